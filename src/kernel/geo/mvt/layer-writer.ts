import { PbfWriter } from 'pbf';
import { type ByteRange, viewOf } from '../byte-range.ts';
import { ByteWriter } from '../byte-writer.ts';
import type { PathBuffer } from '../shape/path-buffer.ts';
import { mostCommandBytes, putCommands } from './geometry-commands.ts';
import { apart, mostValues, shared, TagChoice, unknown, unwanted } from './tag-choice.ts';
import { isNumbered, type TagNames, type TagValue, writeWord } from './tags.ts';
import { putVarint, setLength, varintAt, varintLength } from './varint.ts';
import { WordTable } from './word-table.ts';

/** Keys of fields (MVT 2.1, 4.1 and 4.2): number shifted by three, with the kind of wire. */
const fieldKeys = {
  layer: (3 << 3) | 2,
  version: 15 << 3,
  name: (1 << 3) | 2,
  feature: (2 << 3) | 2,
  tags: (2 << 3) | 2,
  type: 3 << 3,
  geometry: (4 << 3) | 2,
  key: (3 << 3) | 2,
  extent: 5 << 3,
} as const;
/** Where the tags of a feature begin: after two keys and a byte for each length. */
const tagsFrom = 4;
/** Bytes of a feature beside tags and commands at most. */
const frameBytes = 24;

const word = new PbfWriter(new Uint8Array(256));

/** What a layer is written in; lent from one to the next, so that no large arrays are made for every tile. */
class Memory {
  readonly features = new ByteWriter();
  readonly values = new WordTable();
}
const spare: Memory[] = [];

/** One layer of a vector tile (MVT 2.1, 4.1), written feature by feature; keys stand once each, and so do values of a key that features share. */
export class LayerWriter {
  readonly name: string;
  readonly extent: number;
  /** Features written. */
  count = 0;
  private lent: Memory | undefined;
  private readonly names = new Map<string, number>();
  /** Bytes of the layer beside features and values. */
  private ownBytes: number;
  /** Where the feature in hand begins. */
  private start = 0;

  /** @param expected about how many features will come */
  constructor(name: string, extent: number, expected = 0) {
    this.name = name;
    this.extent = extent;
    this.ownBytes = 3 + varintLength(extent) + textBytes(name);
    this.lent = spare.pop() ?? new Memory();
    this.lent.features.length = 0;
    this.lent.values.clear(expected);
  }

  /** Adds a feature whose shape is in whole tile units; one without paths is passed over. */
  add(shape: PathBuffer, properties: Readonly<Record<string, TagValue>>): void {
    if (shape.count === 0) return;
    this.begin();
    this.pairs(properties);
    this.end(shape);
  }

  /**
   * The names of packed tags as this layer will number them; the others are left out. Values of the distinct one are not
   * looked for among those that stand already.
   */
  choice(names: TagNames, isWanted: (name: string) => boolean, distinct?: string): TagChoice {
    return new TagChoice(names, isWanted, distinct);
  }

  /** Adds a feature whose tags are packed already, as `writeTag` does it, and may say more of it. */
  addPacked(
    shape: PathBuffer,
    { bytes: tags, view, start, end }: ByteRange,
    choice: TagChoice,
    more?: Readonly<Record<string, TagValue>>,
  ): void {
    if (shape.count === 0) return;
    this.begin();
    const { features, values } = this.memory;
    // A tag takes two bytes at least, and its pair of numbers ten at most.
    features.reserve((end - start) * 5);
    const { bytes } = features;
    const { names, numbers, untried, places, known, base } = choice;
    let to = features.length;
    for (let at = start; at < end; ) {
      let head = tags[at++]!;
      if (head > 0x7f) {
        head = varintAt(tags, at - 1);
        at += varintLength(head) - 1;
      }
      const name = head >>> 1;
      let place = -1;
      if (head & isNumbered) {
        const number = varintAt(tags, at);
        at += varintLength(number);
        if (places[name]! >= 0) place = places[name]! + number;
      }
      const length = tags[at]!;
      const after = length > 0x7f ? wordEnd(tags, at) : at + 1 + length;
      const number = numbers[name]!;
      if (number !== unwanted) {
        const key = number === unknown ? (numbers[name] = this.numberOf(names[name]!)) : number;
        to = putVarint(bytes, to, key);
        const rest = untried[name]!;
        const next = values.count;
        let value = next;
        if (rest === apart) values.append(view, at, after);
        else if (place < 0) value = values.add(key, view, at, after);
        else {
          value = (known[place]! - base) >>> 0;
          if (value >= mostValues) {
            value = values.append(view, at, after);
            known[place] = base + value;
          }
        }
        if (rest > 0) untried[name] = value === next ? rest - 1 : shared;
        to = putVarint(bytes, to, value);
      }
      at = after;
    }
    features.length = to;
    if (more) this.pairs(more);
    this.end(shape);
  }

  /** Bytes that the layer takes as it stands. */
  get bytes(): number {
    const { features, values } = this.memory;
    return this.ownBytes + features.length + values.fields.length;
  }

  /** Sets the layer as a field of a tile (MVT 2.1, 4.1) that has room for it; returns the index after it. */
  put(tile: Uint8Array, start: number): number {
    const { features, values } = this.memory;
    let at = start;
    tile[at++] = fieldKeys.layer;
    at = putVarint(tile, at, this.bytes);
    tile[at++] = fieldKeys.version;
    tile[at++] = 2;
    at = putText(tile, at, fieldKeys.name, this.name);
    at = putBytes(tile, at, features);
    for (const name of this.names.keys()) at = putText(tile, at, fieldKeys.key, name);
    at = putBytes(tile, at, values.fields);
    tile[at++] = fieldKeys.extent;
    return putVarint(tile, at, this.extent);
  }

  /** Gives back what the layer was written in; nothing can be written or read any more. */
  close(): void {
    if (this.lent) spare.push(this.lent);
    this.lent = undefined;
  }

  private get memory(): Memory {
    if (!this.lent) throw new Error(`layer ${this.name} is closed`);
    return this.lent;
  }

  private pairs(properties: Readonly<Record<string, TagValue>>): void {
    const { features, values } = this.memory;
    for (const name in properties) {
      const value = properties[name];
      if (value === null || value === undefined) continue;
      word.pos = 0;
      writeWord(value, word);
      const key = this.numberOf(name);
      features.varint(key);
      features.varint(values.add(key, viewOf(word.buf), 0, word.pos));
    }
  }

  private numberOf(name: string): number {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    this.names.set(name, this.names.size);
    this.ownBytes += textBytes(name);
    return this.names.size - 1;
  }

  /** Begins a feature: its key, its tags' key, and a byte for the length of each. */
  private begin(): void {
    const { features } = this.memory;
    features.reserve(frameBytes);
    this.start = features.length;
    features.bytes[this.start] = fieldKeys.feature;
    features.bytes[this.start + 2] = fieldKeys.tags;
    features.length = this.start + tagsFrom;
  }

  /** Ends the feature whose tags were written (MVT 2.1, 4.2). */
  private end(shape: PathBuffer): void {
    const { start } = this;
    const { features } = this.memory;
    features.reserve(frameBytes + mostCommandBytes(shape));
    const { bytes } = features;
    let at = features.length;
    at = at === start + tagsFrom ? start + 2 : setLength(bytes, start + 3, at);
    bytes[at++] = fieldKeys.type;
    bytes[at++] = shape.kind;
    bytes[at++] = fieldKeys.geometry;
    at = setLength(bytes, at, putCommands(shape, bytes, at + 1));
    features.length = setLength(bytes, start + 1, at);
    this.count++;
  }
}

/** Where a word ends whose length is longer than a byte. */
function wordEnd(bytes: Uint8Array, at: number): number {
  const length = varintAt(bytes, at);
  return at + varintLength(length) + length;
}

/** Bytes of a text as a field. */
function textBytes(text: string): number {
  const length = Buffer.byteLength(text);
  return 1 + varintLength(length) + length;
}

function putText(bytes: Uint8Array, at: number, key: number, text: string): number {
  const encoded = Buffer.from(text);
  bytes[at] = key;
  const from = putVarint(bytes, at + 1, encoded.length);
  bytes.set(encoded, from);
  return from + encoded.length;
}

function putBytes(bytes: Uint8Array, at: number, written: ByteWriter): number {
  bytes.set(written.from(0), at);
  return at + written.length;
}

/** A vector tile of layers, which are closed; empty ones, and their names, are left out. No bytes where all are empty. */
export function writeTile(layers: readonly LayerWriter[]): Uint8Array {
  const filled = layers.filter(({ count }) => count > 0);
  const sizes = filled.map(({ bytes }) => 1 + varintLength(bytes) + bytes);
  const tile = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const layer of filled) at = layer.put(tile, at);
  for (const layer of layers) layer.close();
  return tile;
}
