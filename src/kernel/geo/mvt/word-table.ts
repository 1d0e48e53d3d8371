import { PbfWriter } from 'pbf';

const fewestSlots = 1024;

/**
 * The values of a layer as the bytes that a tile has them in, each once: a value that is ready is found by its bytes, and
 * no text is made of it on the way.
 */
export class WordTable {
  /** Values as fields of a layer (MVT 2.1, 4.4), one after another. */
  readonly fields: PbfWriter;
  count = 0;
  /** Open addressing: 1 + index of the entry, 0 where a slot is free; at most half of them are taken. */
  private slots: Int32Array;
  private entries = 0;
  private hashes: Int32Array;
  /** Of each entry, where its word begins in `fields`, and its number. */
  private starts: Uint32Array;
  private numbers: Uint32Array;

  /** @param expected about how many different words will come */
  constructor(expected = 0) {
    let size = fewestSlots;
    while (size < expected * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.hashes = new Int32Array(size / 2);
    this.starts = new Uint32Array(size / 2);
    this.numbers = new Uint32Array(size / 2);
    this.fields = new PbfWriter(new Uint8Array(Math.max(4096, expected * 16)));
  }

  /** Number of the word that stands, its length before it, in `bytes` from `start` to `end`. */
  add(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    // Fowler, Noll and Vo's hash 1a.
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = this.slots[slot]! - 1;
      if (entry < 0) break;
      if (this.hashes[entry] === hash && this.isAt(this.starts[entry]!, bytes, start, end))
        return this.numbers[entry]!;
      slot = (slot + 1) & mask;
    }
    const entry = this.entries++;
    this.slots[slot] = entry + 1;
    this.hashes[entry] = hash;
    this.starts[entry] = this.fields.pos + 1;
    this.numbers[entry] = this.count;
    if (this.entries * 2 === this.slots.length) this.grow();
    return this.append(bytes, start, end);
  }

  /**
   * The same of a word that no other is like, such as the id of a record: it is not looked for. Where it does come again,
   * it stands again, which readers do not mind.
   */
  append(bytes: Uint8Array, start: number, end: number): number {
    const { fields } = this;
    if (fields.pos + end - start + 1 > fields.length) fields.realloc(end - start + 1);
    const { buf } = fields;
    let at = fields.pos;
    buf[at++] = (4 << 3) | 2;
    for (let i = start; i < end; i++) buf[at++] = bytes[i]!;
    fields.pos = at;
    return this.count++;
  }

  private isAt(at: number, bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.fields.buf;
    // Lengths stand first: words of different lengths differ there already.
    for (let i = start; i < end; i++, at++) if (known[at] !== bytes[i]) return false;
    return true;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.entries; entry++) {
      const hash = this.hashes[entry]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
    this.slots = slots;
    this.hashes = enlarged(this.hashes, new Int32Array(slots.length / 2));
    this.starts = enlarged(this.starts, new Uint32Array(slots.length / 2));
    this.numbers = enlarged(this.numbers, new Uint32Array(slots.length / 2));
  }
}

function enlarged<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
