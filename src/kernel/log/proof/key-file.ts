import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A signing key as it lies in the data folder. */
export interface StoredKey {
  readonly name: string;
  /** PKCS #8 in base64. */
  readonly privateKey: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const pathOf = (folder: string) => join(folder, 'log-keys.json');

/** The keys of a data folder; none where there is no file. @throws SyntaxError where it is damaged */
export function readKeyFile(folder: string): readonly StoredKey[] {
  try {
    return (JSON.parse(readFileSync(pathOf(folder), 'utf8')) as { keys: StoredKey[] }).keys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Puts the keys in place of those that the folder has, readable by the owner alone; a kill leaves the old or the new. */
export function writeKeyFile(folder: string, keys: readonly StoredKey[]): void {
  const path = pathOf(folder);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify({ keys }, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
