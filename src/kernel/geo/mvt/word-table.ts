import { PbfWriter } from 'pbf';

const firstSlots = 1024;

/**
 * The values of a layer, each once, as the bytes that a tile has them in: a value that is ready is found by its bytes, and
 * no text is made of it on the way.
 */
export class WordTable {
  /** Values as fields of a layer (MVT 2.1, 4.4), one after another. */
  readonly fields = new PbfWriter(new Uint8Array(4096));
  count = 0;
  /** Open addressing: 1 + number of the word, 0 where a slot is free; at most half of them are taken. */
  private slots = new Int32Array(firstSlots);
  private hashes = new Int32Array(firstSlots / 2);
  /** Index in `fields` of each word's length. */
  private starts = new Uint32Array(firstSlots / 2);

  /** Number of the word that stands, its length before it, in `bytes` from `start` to `end`. */
  add(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    // Fowler, Noll and Vo's hash 1a.
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const known = this.slots[slot]! - 1;
      if (known < 0) break;
      if (this.hashes[known] === hash && this.isAt(this.starts[known]!, bytes, start, end)) return known;
      slot = (slot + 1) & mask;
    }
    const number = this.count++;
    this.slots[slot] = number + 1;
    this.hashes[number] = hash;
    this.append(bytes, start, end, number);
    if (this.count * 2 === this.slots.length) this.grow();
    return number;
  }

  private isAt(at: number, bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.fields.buf;
    // Lengths stand first: words of different lengths differ there already.
    for (let i = start; i < end; i++, at++) if (known[at] !== bytes[i]) return false;
    return true;
  }

  private append(bytes: Uint8Array, start: number, end: number, number: number): void {
    const { fields } = this;
    fields.realloc(end - start + 1);
    fields.buf[fields.pos++] = (4 << 3) | 2;
    this.starts[number] = fields.pos;
    const { buf } = fields;
    let at = fields.pos;
    for (let i = start; i < end; i++) buf[at++] = bytes[i]!;
    fields.pos = at;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      const hash = this.hashes[number]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.slots = slots;
    const hashes = new Int32Array(slots.length / 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const starts = new Uint32Array(slots.length / 2);
    starts.set(this.starts);
    this.starts = starts;
  }
}
