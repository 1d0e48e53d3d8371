import { parseCheckpoint } from './checkpoint.ts';
import type { StoredCheckpoint } from './checkpoint-store.ts';
import type { Finding } from './finding.ts';
import { type Hash, isSameHash } from './merkle-hash.ts';
import { signersOf } from './note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A checkpoint whose signature holds: what the entries are measured against. */
export interface SoundCheckpoint {
  readonly size: number;
  readonly root: Hash;
}

/** Sorts checkpoints into those that a known key signed for this log, smallest first, and findings. */
export function checkCheckpoints(
  stored: readonly StoredCheckpoint[],
  origin: string,
  keys: readonly VerifierKey[],
): { readonly sound: readonly SoundCheckpoint[]; readonly findings: readonly Finding[] } {
  const sound: SoundCheckpoint[] = [];
  const findings: Finding[] = [];
  for (const { size, root, note } of stored) {
    const signed = soundCheckpoint(note, origin, keys);
    const isItself = signed?.size === size && isSameHash(signed.root, root);
    if (!isItself) findings.push({ kind: 'checkpoint', size });
    if (signed) sound.push(signed);
  }
  return { sound: sound.sort((a, b) => a.size - b.size), findings };
}

/** The checkpoint of a note; undefined where it is damaged, of another log, or no known key signed it. */
export function soundCheckpoint(
  text: string,
  origin: string,
  keys: readonly VerifierKey[],
): SoundCheckpoint | undefined {
  const signed = parseCheckpoint(text);
  if (signed?.checkpoint.origin !== origin || signersOf(signed.note, keys).length === 0) return undefined;
  return { size: signed.checkpoint.size, root: signed.checkpoint.root };
}
