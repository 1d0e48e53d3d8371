import type { Checkpoint } from '../log/proof/checkpoint.ts';
import type { Leaf } from '../log/proof/leaf.ts';
import { hashLeaf, isSameHash } from '../log/proof/merkle-hash.ts';
import { isConsistent, rootOfInclusion } from '../log/proof/merkle-verify.ts';
import { type Manifest, manifestFile } from './manifest.ts';
import type { ReleaseFinding } from './release-report.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));

/** Checks that what a manifest says of the log is what was signed: no entry up to its position was changed since. */
export function checkLog(
  { log, position, recordedAt }: Manifest,
  checkpoint: Checkpoint | undefined,
): readonly ReleaseFinding[] {
  const finding: ReleaseFinding = { kind: 'log', file: manifestFile, position };
  const root = bytes(log.root);
  const isOfCheckpoint =
    checkpoint === undefined ||
    (checkpoint.origin === log.origin && checkpoint.size === log.size && isSameHash(checkpoint.root, root));
  const isBeginning = isConsistent(
    { size: position, root: bytes(log.positionRoot) },
    { size: log.size, root },
    log.consistency.map(bytes),
  );
  const { hash, leaf, inclusion } = log.head;
  const headRoot = rootOfInclusion(position - 1, log.size, bytes(hash), inclusion.map(bytes));
  const isIncluded = headRoot !== undefined && isSameHash(headRoot, root);
  const isDated = leaf === undefined || isLeafRight(leaf, bytes(hash), position, recordedAt);
  return isOfCheckpoint && isBeginning && isIncluded && isDated ? [] : [finding];
}

function isLeafRight(text: string, hash: Uint8Array, position: number, recordedAt: string): boolean {
  if (!isSameHash(hashLeaf(text), hash)) return false;
  const leaf = JSON.parse(text) as Leaf;
  return leaf.position === position && leaf.recordedAt === recordedAt;
}
