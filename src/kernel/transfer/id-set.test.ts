import { expect, test } from 'vitest';
import { IdSet } from './id-set.ts';

test('two million ids that look alike are told apart, and found with their rows', () => {
  const set = new IdSet();
  const ids = (i: number) => (i % 2 === 0 ? `parcel-${i}` : `${i}`);
  let wrong = 0;
  for (let i = 1; i <= 2_000_000; i++) {
    if (set.rowOf(ids(i)) !== undefined) wrong++;
    set.add(ids(i), i);
  }
  expect(wrong).toBe(0);
  expect(set.rowOf(ids(1))).toBe(1);
  expect(set.rowOf(ids(1_999_999))).toBe(1_999_999);
  expect(set.rowOf('parcel-1')).toBeUndefined();
  expect(set.rowOf('')).toBeUndefined();
  expect(set.rowOf('Şəki')).toBeUndefined();
});
