import { PbfWriter } from 'pbf';
import type { ByteRange } from '../byte-range.ts';
import type { PathBuffer } from '../shape/path-buffer.ts';
import { writeCommands } from './geometry-commands.ts';
import { type TagNames, type TagValue, writeWord } from './tags.ts';
import { WordTable } from './word-table.ts';

const commands = new PbfWriter(new Uint8Array(4096));
const pairs = new PbfWriter(new Uint8Array(256));
const word = new PbfWriter(new Uint8Array(256));

/** Numbers that a layer has for the names of packed tags: not numbered yet, or not wanted. */
const unknown = -1;
const unwanted = -2;

/** Which of the packed tags of features a layer takes, and what it calls them. */
export interface TagChoice {
  readonly names: readonly string[];
  /** Number of the name whose values are all different. */
  readonly distinct: number;
  readonly numbers: Int32Array;
}

/** One layer of a vector tile (MVT 2.1, 4.1), written feature by feature; keys and values stand once each. */
export class LayerWriter {
  readonly name: string;
  readonly extent: number;
  /** Features written. */
  count = 0;
  private readonly features: PbfWriter;
  private readonly keys = new Map<string, number>();
  private readonly values: WordTable;
  private keyBytes = 0;

  /** @param expected about how many features will come */
  constructor(name: string, extent: number, expected = 0) {
    this.name = name;
    this.extent = extent;
    this.features = new PbfWriter(new Uint8Array(Math.max(4096, expected * 48)));
    this.values = new WordTable(expected * 4);
  }

  /** Adds a feature whose shape is in whole tile units; one without paths is passed over. */
  add(shape: PathBuffer, properties: Readonly<Record<string, TagValue>>): void {
    if (shape.count === 0) return;
    pairs.pos = 0;
    this.pair(properties);
    this.write(shape);
  }

  /**
   * The names of packed tags as this layer will number them; the others are left out. Values of the distinct one are not
   * looked for among those that stand already.
   */
  choice(names: TagNames, isWanted: (name: string) => boolean, distinct?: string): TagChoice {
    const numbers = Int32Array.from(names.list, (name) => (isWanted(name) ? unknown : unwanted));
    return { names: names.list, numbers, distinct: names.list.indexOf(distinct ?? '') };
  }

  /** Adds a feature whose tags are packed already, as `writeTag` does it, and may say more of it. */
  addPacked(
    shape: PathBuffer,
    { bytes, start, end }: ByteRange,
    { names, numbers, distinct }: TagChoice,
    more?: Readonly<Record<string, TagValue>>,
  ): void {
    if (shape.count === 0) return;
    pairs.pos = 0;
    for (let at = start; at < end; ) {
      const name = varintAt(bytes, at);
      at += varintLength(name);
      const length = varintAt(bytes, at);
      const after = at + varintLength(length) + length;
      const number = numbers[name]!;
      if (number !== unwanted) {
        pairs.writeVarint(number === unknown ? (numbers[name] = this.keyOf(names[name]!)) : number);
        const { values } = this;
        pairs.writeVarint(name === distinct ? values.append(bytes, at, after) : values.add(bytes, at, after));
      }
      at = after;
    }
    if (more) this.pair(more);
    this.write(shape);
  }

  /** Bytes that the layer takes at most as it stands. */
  get bytes(): number {
    return this.features.pos + this.values.fields.pos + this.keyBytes + 32 + this.name.length * 3;
  }

  private pair(properties: Readonly<Record<string, TagValue>>): void {
    for (const name in properties) {
      const value = properties[name];
      if (value === null || value === undefined) continue;
      word.pos = 0;
      writeWord(value, word);
      pairs.writeVarint(this.keyOf(name));
      pairs.writeVarint(this.values.add(word.buf, 0, word.pos));
    }
  }

  private keyOf(name: string): number {
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    this.keys.set(name, this.keys.size);
    this.keyBytes += Buffer.byteLength(name) + 5;
    return this.keys.size - 1;
  }

  /** The feature of the pairs in hand (MVT 2.1, 4.2). */
  private write(shape: PathBuffer): void {
    const { features } = this;
    commands.pos = 0;
    writeCommands(shape, commands);
    const tagBytes = pairs.pos === 0 ? 0 : 1 + varintLength(pairs.pos) + pairs.pos;
    features.writeVarint((2 << 3) | 2);
    features.writeVarint(tagBytes + 3 + varintLength(commands.pos) + commands.pos);
    if (tagBytes > 0) {
      features.writeVarint((2 << 3) | 2);
      append(pairs, features);
    }
    features.writeVarint(3 << 3);
    features.writeVarint(shape.kind);
    features.writeVarint((4 << 3) | 2);
    append(commands, features);
    this.count++;
  }

  /** Writes the layer as a field of the tile. */
  writeTo(tile: PbfWriter): void {
    if (this.count > 0) tile.writeMessage(3, writeLayer, this);
  }

  writeFields(pbf: PbfWriter): void {
    pbf.realloc(this.bytes);
    pbf.writeVarintField(15, 2); // version
    pbf.writeStringField(1, this.name);
    copy(this.features, pbf);
    for (const key of this.keys.keys()) pbf.writeStringField(3, key);
    copy(this.values.fields, pbf);
    pbf.writeVarintField(5, this.extent);
  }
}

function writeLayer(layer: LayerWriter, pbf: PbfWriter): void {
  layer.writeFields(pbf);
}

/** The number that a varint of at most four bytes stands for. */
function varintAt(bytes: Uint8Array, at: number): number {
  let value = bytes[at]!;
  for (let shift = 7; value >>> shift !== 0; shift += 7) value += (bytes[++at]! - 1) << shift;
  return value;
}

function varintLength(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

/** What a writer holds, its length before it. */
function append(from: PbfWriter, into: PbfWriter): void {
  into.writeVarint(from.pos);
  copy(from, into);
}

function copy(from: PbfWriter, into: PbfWriter): void {
  into.realloc(from.pos);
  const { buf } = into;
  if (from.pos < 64) for (let i = 0, at = into.pos; i < from.pos; i++) buf[at++] = from.buf[i]!;
  else buf.set(from.buf.subarray(0, from.pos), into.pos);
  into.pos += from.pos;
}

/** A vector tile of layers; empty layers, and their names, are left out. No bytes where all are empty. */
export function writeTile(layers: readonly LayerWriter[]): Uint8Array {
  const tile = new PbfWriter();
  for (const layer of layers) layer.writeTo(tile);
  return tile.finish();
}
