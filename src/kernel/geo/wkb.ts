import type { Geometry, Position } from 'geojson';

/** Geometry in the binary form that PostGIS, GeoPackage and GeoParquet share, because JSON is too slow for a million rows. */
const typeCodes = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const satisfies Record<Geometry['type'], number>;

const flagZ = 0x80000000;
const flagM = 0x40000000;
const flagSrid = 0x20000000;

export interface WkbOptions {
  /** Written into the header (EWKB only). */
  readonly srid?: number;
  /** `ewkb` (PostGIS, default) flags Z in the high bits; `iso` adds 1000 to the type (GeoPackage, GeoParquet). */
  readonly flavour?: 'ewkb' | 'iso';
}

let scratch = new ArrayBuffer(1 << 16);
let view = new DataView(scratch);
let at = 0;

function reserve(size: number): void {
  if (at + size <= scratch.byteLength) return;
  let capacity = scratch.byteLength * 2;
  while (capacity < at + size) capacity *= 2;
  const grown = new ArrayBuffer(capacity);
  new Uint8Array(grown).set(new Uint8Array(scratch, 0, at));
  scratch = grown;
  view = new DataView(scratch);
}

function firstPosition(geometry: Geometry): Position | undefined {
  if (geometry.type === 'GeometryCollection') {
    for (const member of geometry.geometries) {
      const found = firstPosition(member);
      if (found) return found;
    }
    return undefined;
  }
  let level: unknown = geometry.coordinates;
  while (Array.isArray(level)) {
    if (typeof level[0] === 'number') return level as Position;
    level = level.find((part) => Array.isArray(part) && part.length > 0);
  }
  return undefined;
}

function writePositions(positions: readonly Position[], hasZ: boolean): void {
  const count = positions.length;
  reserve(4 + count * (hasZ ? 24 : 16));
  view.setUint32(at, count, true);
  at += 4;
  for (let i = 0; i < count; i++) {
    const position = positions[i]!;
    view.setFloat64(at, position[0]!, true);
    view.setFloat64(at + 8, position[1]!, true);
    at += 16;
    if (hasZ) {
      view.setFloat64(at, position[2] ?? 0, true);
      at += 8;
    }
  }
}

function writeHeader(code: number, hasZ: boolean, iso: boolean, srid: number | undefined): void {
  reserve(9);
  view.setUint8(at, 1);
  const flagged = iso
    ? code + (hasZ ? 1000 : 0)
    : code | (hasZ ? flagZ : 0) | (srid === undefined ? 0 : flagSrid);
  view.setUint32(at + 1, flagged >>> 0, true);
  at += 5;
  if (srid !== undefined && !iso) {
    view.setUint32(at, srid, true);
    at += 4;
  }
}

function writeCount(count: number): void {
  reserve(4);
  view.setUint32(at, count, true);
  at += 4;
}

function writePoint(position: Position, hasZ: boolean): void {
  reserve(24);
  view.setFloat64(at, position[0] ?? Number.NaN, true);
  view.setFloat64(at + 8, position[1] ?? Number.NaN, true);
  at += 16;
  if (hasZ) {
    view.setFloat64(at, position[2] ?? 0, true);
    at += 8;
  }
}

function writeGeometry(geometry: Geometry, hasZ: boolean, iso: boolean, srid?: number): void {
  writeHeader(typeCodes[geometry.type], hasZ, iso, srid);
  switch (geometry.type) {
    case 'Point':
      writePoint(geometry.coordinates, hasZ);
      break;
    case 'LineString':
      writePositions(geometry.coordinates, hasZ);
      break;
    case 'Polygon':
      writeCount(geometry.coordinates.length);
      for (const ring of geometry.coordinates) writePositions(ring, hasZ);
      break;
    case 'MultiPoint':
      writeCount(geometry.coordinates.length);
      for (const position of geometry.coordinates) {
        writeHeader(1, hasZ, iso, undefined);
        writePoint(position, hasZ);
      }
      break;
    case 'MultiLineString':
      writeCount(geometry.coordinates.length);
      for (const line of geometry.coordinates) {
        writeHeader(2, hasZ, iso, undefined);
        writePositions(line, hasZ);
      }
      break;
    case 'MultiPolygon':
      writeCount(geometry.coordinates.length);
      for (const polygon of geometry.coordinates) {
        writeHeader(3, hasZ, iso, undefined);
        writeCount(polygon.length);
        for (const ring of polygon) writePositions(ring, hasZ);
      }
      break;
    case 'GeometryCollection':
      writeCount(geometry.geometries.length);
      for (const member of geometry.geometries) writeGeometry(member, hasZ, iso);
      break;
  }
}

function encode(geometry: Geometry, options: WkbOptions): Uint8Array {
  at = 0;
  const hasZ = (firstPosition(geometry)?.length ?? 2) > 2;
  writeGeometry(geometry, hasZ, options.flavour === 'iso', options.srid);
  return new Uint8Array(scratch, 0, at);
}

/** Little-endian (E)WKB; Z is written where the first position has one, an empty point as NaN NaN. */
export function encodeWkb(geometry: Geometry, options: WkbOptions = {}): Uint8Array<ArrayBuffer> {
  return encode(geometry, options).slice() as Uint8Array<ArrayBuffer>;
}

/** As `encodeWkb`, in the upper-case hexadecimal that COPY and PostGIS text input take. */
export function encodeWkbHex(geometry: Geometry, options: WkbOptions = {}): string {
  return wkbToHex(encode(geometry, options));
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0').toUpperCase());

export function wkbToHex(bytes: Uint8Array): string {
  if (typeof Buffer !== 'undefined') {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex').toUpperCase();
  }
  let text = '';
  for (const byte of bytes) text += hexOfByte[byte];
  return text;
}

/** Bytes of a hexadecimal string; a leading `\x` (PostgreSQL bytea) is skipped. @throws WkbError on other characters. */
export function hexToWkb(hex: string): Uint8Array {
  const start = hex.startsWith('\\x') ? 2 : 0;
  const size = (hex.length - start) / 2;
  if (!Number.isInteger(size)) throw new WkbError('odd number of hexadecimal digits', 0);
  const bytes = new Uint8Array(size);
  for (let i = 0, from = start; i < size; i++, from += 2) {
    const byte = (nibble(hex.charCodeAt(from)) << 4) | nibble(hex.charCodeAt(from + 1));
    if (byte < 0) throw new WkbError('not a hexadecimal digit', i);
    bytes[i] = byte;
  }
  return bytes;
}

function nibble(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 70) return code - 55;
  if (code >= 97 && code <= 102) return code - 87;
  return -256;
}

/** Bytes that are not the geometry they claim to be; `offset` is where reading stopped. */
export class WkbError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(`${message} at byte ${offset}`);
    this.name = 'WkbError';
    this.offset = offset;
  }
}

export { flagM, flagSrid, flagZ };
