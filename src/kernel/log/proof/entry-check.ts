import type { Position } from '../entry.ts';
import type { Finding } from './finding.ts';
import { commitmentOf, leafText, saltLength } from './leaf.ts';
import type { Seal } from './leaf-block.ts';
import type { LoggedEntry } from './logged-entry.ts';
import { type Hash, hashLeaf, isSameHash } from './merkle-hash.ts';

/** One entry as it is checked: the hash that it has now, and what is to be said where another was proven. */
export interface CheckedEntry {
  /** Undefined where the entry is missing. */
  readonly hash: Hash | undefined;
  /** What is wrong with the entry whatever the tree says. */
  readonly finding?: Finding;
  /** What is wrong where the tree holds another hash, given that one. */
  blame(proven: Hash): Finding;
}

const noSalt = new Uint8Array(saltLength);

/** Hashes an entry anew and prepares the verdict on it. `isErased` says that the log has an erasure of its body. */
export function checkEntry(
  position: Position,
  entry: LoggedEntry | undefined,
  seal: Seal | undefined,
  isErased: boolean,
): CheckedEntry {
  const missing: Finding = { kind: 'missing', position };
  if (entry === undefined) return { hash: undefined, finding: missing, blame: () => missing };
  const { register, record } = entry.envelope;
  const of = (kind: Finding['kind']): Finding => ({ kind, position, register, record });
  if (seal === undefined)
    return { hash: undefined, finding: of('commitment'), blame: () => of('commitment') };
  const hashWith = (commitment: Uint8Array) => hashLeaf(leafText(entry.envelope, commitment));
  if (isErased) {
    const isGone = entry.body === null && isSameHash(seal.salt, noSalt);
    const finding = isGone ? {} : { finding: of('erasure') };
    return { hash: hashWith(seal.commitment), ...finding, blame: () => of('envelope') };
  }
  const commitment = commitmentOf(seal.salt, entry.body);
  const isCommitted = isSameHash(commitment, seal.commitment);
  const hash = hashWith(commitment);
  const blame = (proven: Hash) =>
    of(!isCommitted && isSameHash(hashWith(seal.commitment), proven) ? 'payload' : 'envelope');
  // The stored copy differs and the entry does not: the tree decides, in `blame`, which of them was changed.
  return { hash, ...(!isCommitted && { finding: of('commitment') }), blame };
}
