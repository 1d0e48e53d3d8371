import { type Hash, hashLength } from '../log/proof/merkle-hash.ts';
import type { HashList } from './multi-proof.ts';

/** Hashes end to end in one buffer: a million of them are 32 MB and not a million objects. */
export class PackedHashes implements HashList {
  #bytes: Buffer = Buffer.alloc(1 << 16);
  length = 0;

  push(hash: Hash): void {
    const at = this.length * hashLength;
    if (at + hashLength > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    this.#bytes.set(hash, at);
    this.length++;
  }

  at(index: number): Hash | undefined {
    if (index < 0 || index >= this.length) return undefined;
    return this.#bytes.subarray(index * hashLength, (index + 1) * hashLength);
  }
}

/** Some hashes of bytes that hold them end to end. */
export function hashesWithin(bytes: Uint8Array, from: number, to: number): HashList {
  return {
    length: Math.max(0, to - from),
    at(index) {
      const start = (from + index) * hashLength;
      return index >= 0 && from + index < to && start + hashLength <= bytes.length
        ? bytes.subarray(start, start + hashLength)
        : undefined;
    },
  };
}
