import { expect, test } from 'vitest';
import { BufferPool } from './buffer-pool.ts';

test('memory that was given back is taken again, by who asks for about as much', () => {
  const pool = new BufferPool();
  const first = pool.take(40_000);
  expect(first.length).toBe(65_536);
  pool.give(first);
  expect(pool.take(5_000) === first).toBe(false);
  expect(pool.take(33_000) === first).toBe(true);
  expect(pool.take(33_000) === first).toBe(false);
});

test('no more is kept than was said, and nothing very large', () => {
  const pool = new BufferPool(100_000);
  const [a, b] = [pool.take(65_536), pool.take(65_536)];
  pool.give(a);
  pool.give(b);
  expect(pool.take(65_536) === a).toBe(true);
  expect(pool.take(65_536) === b).toBe(false);
  const large = pool.take(2 ** 23 + 1);
  expect(large.length).toBe(2 ** 23 + 1);
  pool.give(large);
  expect(pool.take(2 ** 23 + 1) === large).toBe(false);
});
