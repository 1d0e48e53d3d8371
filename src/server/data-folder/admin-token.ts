import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const tokenPath = (folder: string) => join(folder, 'admin-token');

/** The administrator token of a data folder; undefined where none was written yet. */
export function readAdminToken(folder: string): string | undefined {
  try {
    return readFileSync(tokenPath(folder), 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The administrator token of a data folder, made (256 random bits, base64url, readable by the owner alone) where it
 * is missing. A file that others can read is closed to them again.
 */
export function ensureAdminToken(folder: string): string {
  const path = tokenPath(folder);
  const known = readAdminToken(folder);
  if (known !== undefined) {
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    return known;
  }
  const token = randomBytes(32).toString('base64url');
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  return token;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether a given token is the right one, in a time that does not depend on where they differ. */
export function isToken(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right));
}
