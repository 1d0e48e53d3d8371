import type { Geometry, Position } from 'geojson';
import { columnTypes, type FlatGeobufColumn, geometryKinds } from './header.ts';

const growth = 1 << 16;

/**
 * Writes features as size-prefixed FlatBuffers front to back: the schema is fixed, so every table has one layout and
 * no builder has to sort it out. Doubles stand at multiples of eight from the size before the feature.
 */
export class FeatureWriter {
  #bytes: Buffer = Buffer.alloc(growth);
  #view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
  #at = 0;
  #start = 0;
  readonly #columns: readonly FlatGeobufColumn[];

  /** Heights are written for every position, 0 where there is none; the header says so for the file. */
  hasZ = false;

  constructor(columns: readonly FlatGeobufColumn[]) {
    this.#columns = columns;
  }

  /** Bytes since the last call. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(0, this.#at));
    this.#bytes.fill(0, 0, this.#at);
    this.#at = 0;
    return taken;
  }

  feature(geometry: Geometry | null, values: readonly unknown[]): void {
    this.#start = this.#at;
    this.#need(64);
    const start = this.#start;
    this.#at += 28;
    this.#view.setUint32(start + 4, 12, true); // root: the table at start + 16
    this.#view.setUint16(start + 8, 8, true);
    this.#view.setUint16(start + 10, 12, true);
    this.#view.setUint16(start + 12, geometry ? 4 : 0, true);
    this.#view.setUint16(start + 14, 8, true);
    this.#view.setInt32(start + 16, 8, true);
    if (geometry) this.#geometry(geometry, start + 20);
    this.#pointTo(start + 24);
    this.#properties(values);
    this.#align(8);
    this.#view.setUint32(start, this.#at - start - 4, true);
  }

  #need(size: number): void {
    if (this.#at + size <= this.#bytes.length) return;
    const grown = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#at + size + growth));
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer, grown.byteOffset, grown.byteLength);
  }

  #align(size: number, ahead = 0): void {
    this.#need(8);
    while ((this.#at + ahead - this.#start) % size !== 0) this.#at++;
  }

  /** Sets the offset at `slot` to the next aligned place. */
  #pointTo(slot: number): void {
    this.#align(4);
    this.#view.setUint32(slot, this.#at - slot, true);
  }

  /** Vtable of 20 bytes, table of 24: ends, xy, z, parts, type. `slot` is the offset that points to the table. */
  #geometry(geometry: Geometry, slot: number): void {
    this.#align(4);
    this.#need(44);
    const vtable = this.#at;
    const table = vtable + 20;
    this.#at += 44;
    this.#view.setUint32(slot, table - slot, true);
    this.#view.setUint16(vtable, 20, true);
    this.#view.setUint16(vtable + 2, 24, true);
    this.#view.setInt32(table, 20, true);
    this.#view.setUint16(vtable + 16, 20, true);
    this.#view.setUint8(table + 20, geometryKinds.indexOf(geometry.type));
    this.#body(geometry, vtable, table);
  }

  #body(geometry: Geometry, vtable: number, table: number): void {
    switch (geometry.type) {
      case 'Point':
        return this.#lines(geometry.coordinates.length === 0 ? [] : [[geometry.coordinates]], vtable, table);
      case 'LineString':
      case 'MultiPoint':
        return this.#lines([geometry.coordinates], vtable, table);
      case 'Polygon':
      case 'MultiLineString':
        return this.#lines(geometry.coordinates, vtable, table, true);
      case 'MultiPolygon':
        return this.#parts(
          geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })),
          vtable,
          table,
        );
      default:
        return this.#parts(geometry.geometries, vtable, table);
    }
  }

  #parts(parts: readonly Geometry[], vtable: number, table: number): void {
    this.#view.setUint16(vtable + 18, 16, true);
    this.#pointTo(table + 16);
    this.#need(4 + parts.length * 4);
    this.#view.setUint32(this.#at, parts.length, true);
    const slots = this.#at + 4;
    this.#at = slots + parts.length * 4;
    for (const [i, part] of parts.entries()) this.#geometry(part, slots + 4 * i);
  }

  #lines(lines: readonly (readonly Position[])[], vtable: number, table: number, hasEnds = false): void {
    let count = 0;
    for (const line of lines) count += line.length;
    this.#view.setUint16(vtable + 6, 8, true);
    this.#align(8, 4);
    this.#view.setUint32(table + 8, this.#at - (table + 8), true);
    this.#need(8 + count * 24);
    this.#view.setUint32(this.#at, count * 2, true);
    this.#at += 4;
    for (const line of lines) {
      for (const position of line) {
        this.#view.setFloat64(this.#at, position[0]!, true);
        this.#view.setFloat64(this.#at + 8, position[1]!, true);
        this.#at += 16;
      }
    }
    if (this.hasZ || (lines[0]?.[0]?.length ?? 2) > 2) this.#heights(lines, count, vtable, table);
    if (hasEnds && lines.length > 1) this.#ends(lines, vtable, table);
  }

  #heights(lines: readonly (readonly Position[])[], count: number, vtable: number, table: number): void {
    this.#view.setUint16(vtable + 8, 12, true);
    this.#align(8, 4);
    this.#need(8 + count * 8);
    this.#view.setUint32(table + 12, this.#at - (table + 12), true);
    this.#view.setUint32(this.#at, count, true);
    this.#at += 4;
    for (const line of lines) {
      for (const position of line) {
        this.#view.setFloat64(this.#at, position[2] ?? 0, true);
        this.#at += 8;
      }
    }
  }

  #ends(lines: readonly (readonly Position[])[], vtable: number, table: number): void {
    this.#view.setUint16(vtable + 4, 4, true);
    this.#pointTo(table + 4);
    this.#need(4 + lines.length * 4);
    this.#view.setUint32(this.#at, lines.length, true);
    this.#at += 4;
    let end = 0;
    for (const line of lines) {
      end += line.length;
      this.#view.setUint32(this.#at, end, true);
      this.#at += 4;
    }
  }

  #properties(values: readonly unknown[]): void {
    const start = this.#at;
    this.#need(4);
    this.#at += 4;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value !== null && value !== undefined) this.#property(i, this.#columns[i]!.columnType, value);
    }
    this.#view.setUint32(start, this.#at - start - 4, true);
  }

  #property(index: number, columnType: number, value: unknown): void {
    this.#need(16);
    if (columnType === columnTypes.bool) {
      this.#view.setUint16(this.#at, index, true);
      this.#view.setUint8(this.#at + 2, value ? 1 : 0);
      this.#at += 3;
    } else if (columnType === columnTypes.long) {
      this.#view.setUint16(this.#at, index, true);
      this.#view.setBigInt64(this.#at + 2, BigInt(Math.trunc(Number(value))), true);
      this.#at += 10;
    } else if (columnType === columnTypes.double) {
      this.#view.setUint16(this.#at, index, true);
      this.#view.setFloat64(this.#at + 2, Number(value), true);
      this.#at += 10;
    } else {
      const isText = typeof value === 'string' && columnType !== columnTypes.json;
      const text = isText ? value : JSON.stringify(value);
      const length = Buffer.byteLength(text);
      this.#need(length + 8);
      this.#view.setUint16(this.#at, index, true);
      this.#view.setUint32(this.#at + 2, length, true);
      this.#bytes.write(text, this.#at + 6);
      this.#at += 6 + length;
    }
  }
}
