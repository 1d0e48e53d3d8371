import { viewOf } from '../byte-range.ts';
import { ByteWriter } from '../byte-writer.ts';

/** Key of a value as a field of a layer (MVT 2.1, 4.1). */
const valueKey = (4 << 3) | 2;
const fewestSlots = 1024;
/** Scatters neighbours: the golden ratio of 2^32 (Knuth, The Art of Computer Programming, 6.4). */
const scatter = 0x9e3779b1;

/**
 * The values of a layer as the bytes that a tile has them in, each of a name once: a value that is ready is found by its
 * bytes, four at a time, and no text is made of it on the way.
 */
export class WordTable {
  /** Values as fields of a layer, one after another. */
  readonly fields = new ByteWriter();
  count = 0;
  private view = viewOf(this.fields.bytes);
  /**
   * Open addressing, four numbers a slot: where in `fields` a word begins, 0 where the slot is free; its number, its name
   * and its hash.
   */
  private slots = new Int32Array(fewestSlots * 4);
  /** Slots in use, a power of two; at most half of them are taken. */
  private size = fewestSlots;
  private taken = 0;

  /** Forgets all words. @param expected about how many different ones will come */
  clear(expected: number): void {
    this.fields.length = 0;
    this.count = 0;
    this.free(expected * 2);
  }

  /** Number of the word of a name that stands, its length before it, in `words` from `start` to `end`. */
  add(name: number, words: DataView, start: number, end: number): number {
    const { slots } = this;
    const hash = hashOf(name, words, start, end);
    const mask = this.size - 1;
    let slot = hash & mask;
    for (let at = slot * 4; slots[at] !== 0; at = slot * 4) {
      const isAlike = slots[at + 3] === hash && slots[at + 2] === name;
      if (isAlike && this.isAt(slots[at]!, words, start, end)) return slots[at + 1]!;
      slot = (slot + 1) & mask;
    }
    slots[slot * 4] = this.fields.length + 1;
    slots[slot * 4 + 1] = this.count;
    slots[slot * 4 + 2] = name;
    slots[slot * 4 + 3] = hash;
    const number = this.append(words, start, end);
    if (++this.taken * 2 > this.size) this.grow();
    return number;
  }

  /**
   * The same of a word that no other is like, such as the id of a record: it is not looked for. Where it does come again,
   * it stands again, which readers do not mind.
   */
  append(words: DataView, start: number, end: number): number {
    const { fields } = this;
    // Three more, since words are compared by four bytes.
    if (fields.reserve(end - start + 4)) this.view = viewOf(fields.bytes);
    const { view } = this;
    const { bytes } = fields;
    let at = fields.length;
    bytes[at++] = valueKey;
    let from = start;
    for (; from + 4 <= end; from += 4, at += 4) view.setInt32(at, words.getInt32(from, true), true);
    for (; from < end; from++) bytes[at++] = words.getUint8(from);
    fields.length = at;
    return this.count++;
  }

  /** Whether a word begins at a place of the fields. Lengths stand first: words of different lengths differ there already. */
  private isAt(at: number, words: DataView, start: number, end: number): boolean {
    const { view } = this;
    let from = start;
    for (; from + 4 <= end; from += 4, at += 4)
      if (view.getInt32(at, true) !== words.getInt32(from, true)) return false;
    for (; from < end; from++, at++) if (view.getUint8(at) !== words.getUint8(from)) return false;
    return true;
  }

  private grow(): void {
    const known = this.slots.slice(0, this.size * 4);
    this.free(this.size * 4);
    const { slots } = this;
    const mask = this.size - 1;
    for (let from = 0; from < known.length; from += 4) {
      if (known[from] === 0) continue;
      let slot = known[from + 3]! & mask;
      while (slots[slot * 4] !== 0) slot = (slot + 1) & mask;
      for (let i = 0; i < 4; i++) slots[slot * 4 + i] = known[from + i]!;
      this.taken++;
    }
  }

  /** Makes so many slots or more, all of them free. */
  private free(slots: number): void {
    this.size = fewestSlots;
    while (this.size < slots) this.size *= 2;
    this.taken = 0;
    if (this.slots.length < this.size * 4) this.slots = new Int32Array(this.size * 4);
    else this.slots.fill(0, 0, this.size * 4);
  }
}

function hashOf(name: number, words: DataView, start: number, end: number): number {
  let hash = name;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ words.getInt32(at, true), scatter);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ words.getUint8(at), scatter);
  return hash ^ (hash >>> 15);
}
