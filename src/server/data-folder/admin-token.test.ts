import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureAdminToken, isToken, readAdminToken, tokenPath } from './admin-token.ts';

test('the token is made once, with 256 bits, for the owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-token-'));
  expect(readAdminToken(folder)).toBeUndefined();
  const token = ensureAdminToken(folder);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(statSync(tokenPath(folder)).mode & 0o777).toBe(0o600);
  chmodSync(tokenPath(folder), 0o644);
  expect(ensureAdminToken(folder)).toBe(token);
  expect(statSync(tokenPath(folder)).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

test('only the very token is right', () => {
  expect(isToken('abc', 'abc')).toBe(true);
  for (const wrong of ['', 'ab', 'abcd', 'Abc']) expect(isToken(wrong, 'abc')).toBe(false);
});
