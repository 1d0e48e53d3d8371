import { createHash } from 'node:crypto';

/** A SHA-256 hash: 32 bytes. */
export type Hash = Uint8Array;

export const hashLength = 32;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Hash of a leaf: SHA-256(0x00 ‖ leaf) (RFC 6962, 2.1). The prefix keeps leaves and nodes apart. */
export function hashLeaf(leaf: Uint8Array | string): Hash {
  return createHash('sha256').update(leafPrefix).update(leaf).digest();
}

/** Hash of a node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962, 2.1). */
export function hashNode(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(nodePrefix).update(left).update(right).digest();
}

/** Root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return createHash('sha256').digest();
}

/** Largest power of two smaller than `size`, which is at least 2 (the `k` of RFC 6962, 2.1). */
export function splitOf(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

export function isSameHash(a: Hash, b: Hash): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Hashes laid end to end, as tiles hold them, one by one. */
export function hashesOf(bytes: Uint8Array): Hash[] {
  const count = Math.floor(bytes.length / hashLength);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * hashLength, (i + 1) * hashLength));
}

/** Root over leaf hashes that are at hand (RFC 6962, 2.1: MTH). */
export function rootOfHashes(hashes: readonly Hash[], start = 0, end = hashes.length): Hash {
  if (start === end) return emptyRoot();
  if (end - start === 1) return hashes[start]!;
  const middle = start + splitOf(end - start);
  return hashNode(rootOfHashes(hashes, start, middle), rootOfHashes(hashes, middle, end));
}
