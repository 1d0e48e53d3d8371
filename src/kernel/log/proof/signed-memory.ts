import { readFileSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkpoint } from './checkpoint.ts';
import { hashLength } from './merkle-hash.ts';

/** What a data folder remembers, beside its keys, of the last checkpoint that they signed. */
export interface SignedMemory {
  /** Undefined where nothing was signed yet. @throws SyntaxError where the file is damaged */
  recall(): Checkpoint | undefined;
  remember(head: Checkpoint): Promise<void>;
  forget(): void;
}

/**
 * The memory that makes a fork show: the database can be put back to an older state, the memory of what was signed is
 * not put back with it. It is written after the commit, so a kill in between leaves it behind by one checkpoint, never ahead.
 */
export function openSignedMemory(folder: string): SignedMemory {
  const path = join(folder, 'log-head.json');
  let known: { readonly head: Checkpoint | undefined } | undefined;
  return {
    recall() {
      known ??= { head: read(path) };
      return known.head;
    },
    async remember(head) {
      const { origin, size, root } = head;
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(
          `${JSON.stringify({ origin, size, root: Buffer.from(root).toString('base64') })}\n`,
        );
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
      known = { head };
    },
    forget() {
      rmSync(path, { force: true });
      known = { head: undefined };
    },
  };
}

function read(path: string): Checkpoint | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { origin, size, root } = JSON.parse(text) as { origin: string; size: number; root: string };
  const bytes = Uint8Array.from(Buffer.from(root, 'base64'));
  if (bytes.length !== hashLength || !Number.isSafeInteger(size)) throw new SyntaxError(`${path} is damaged`);
  return { origin, size, root: bytes };
}
