/** Finds rows by the id of their record without keeping the ids: a hash table of row numbers. */
export class IdIndex {
  private readonly slots: Uint32Array;

  constructor(slots: Uint32Array) {
    this.slots = slots;
  }

  /** @param hashes hash of each id; @param order which of them each row has */
  static build(hashes: Uint32Array, order: Uint32Array): Uint32Array {
    let size = 4;
    while (size < order.length * 1.5) size *= 2;
    const slots = new Uint32Array(size);
    for (let row = 0; row < order.length; row++) {
      let slot = hashes[order[row]!]! & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = row + 1;
    }
    return slots;
  }

  /** Calls `visit` for each row whose id may have the hash; whether it is the one, the caller looks up. */
  eachCandidate(hash: number, visit: (row: number) => void): void {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) visit(slots[slot]! - 1);
  }
}

/** FNV-1a over the bytes, spread once more, since ids often differ in their last digits only. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
