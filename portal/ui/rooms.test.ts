import { expect, test } from 'vitest';
import { rooms } from './rooms.ts';

test('the header names each room once', () => {
  const paths = rooms.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
});
