import { PbfWriter } from 'pbf';
import type { PathBuffer } from '../shape/path-buffer.ts';
import { writeCommands } from './geometry-commands.ts';

/** What a vector tile can say of a feature; null and undefined are left out. */
export type TagValue = string | number | boolean | null | undefined;

const commands: number[] = [];
const tags: number[] = [];

/** One layer of a vector tile (MVT 2.1, 4.1), written feature by feature; keys and values stand once each. */
export class LayerWriter {
  readonly name: string;
  readonly extent: number;
  /** Features written. */
  count = 0;
  private readonly features = new PbfWriter();
  private readonly keys = new Map<string, number>();
  private readonly values = new Map<string | number | boolean, number>();
  /** Bytes of keys and values at most. */
  private wordBytes = 0;

  constructor(name: string, extent: number) {
    this.name = name;
    this.extent = extent;
  }

  /** Adds a feature whose shape is in whole tile units; one without paths is passed over. */
  add(shape: PathBuffer, properties: Readonly<Record<string, TagValue>>): void {
    if (shape.count === 0) return;
    tags.length = 0;
    for (const name in properties) {
      const value = properties[name];
      if (value === null || value === undefined) continue;
      tags.push(this.numbered(this.keys, name), this.numbered(this.values, value));
    }
    writeCommands(shape, commands);
    this.features.writeMessage(2, writeFeature, shape.kind);
    this.count++;
  }

  /** Bytes that the layer takes at most as it stands. */
  get bytes(): number {
    return this.features.pos + this.wordBytes + 32 + this.name.length * 3;
  }

  private numbered<T extends string | number | boolean>(known: Map<T, number>, word: T): number {
    const number = known.get(word);
    if (number !== undefined) return number;
    known.set(word, known.size);
    this.wordBytes += typeof word === 'string' ? utf8Length(word) + 7 : 12;
    return known.size - 1;
  }

  /** Writes the layer as a field of the tile. */
  writeTo(tile: PbfWriter): void {
    if (this.count > 0) tile.writeMessage(3, writeLayer, this);
  }

  write(pbf: PbfWriter): void {
    pbf.writeVarintField(15, 2); // version
    pbf.writeStringField(1, this.name);
    const features = this.features.buf.subarray(0, this.features.pos);
    pbf.realloc(features.length);
    pbf.buf.set(features, pbf.pos);
    pbf.pos += features.length;
    for (const key of this.keys.keys()) pbf.writeStringField(3, key);
    for (const value of this.values.keys()) pbf.writeMessage(4, writeValue, value);
    pbf.writeVarintField(5, this.extent);
  }
}

/** Bytes of a text in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes++;
  }
  return bytes;
}

function writeFeature(kind: number, pbf: PbfWriter): void {
  if (tags.length > 0) pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, kind);
  pbf.writePackedVarint(4, commands);
}

function writeLayer(layer: LayerWriter, pbf: PbfWriter): void {
  layer.write(pbf);
}

function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (!Number.isSafeInteger(value)) pbf.writeDoubleField(3, value);
  else if (value < 0) pbf.writeSVarintField(6, value);
  else pbf.writeVarintField(5, value);
}

/** A vector tile of layers; empty layers, and their names, are left out. No bytes where all are empty. */
export function writeTile(layers: readonly LayerWriter[]): Uint8Array {
  const tile = new PbfWriter();
  for (const layer of layers) layer.writeTo(tile);
  return tile.finish();
}
