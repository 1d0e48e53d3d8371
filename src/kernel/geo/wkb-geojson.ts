import type { Bbox } from './bbox.ts';

const names = [
  '',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
];

/** A geometry as GeoJSON text, and the box around it; none around an empty one. */
export interface GeometryText {
  readonly text: string;
  readonly box: Bbox | undefined;
}

/**
 * GeoJSON text of little-endian WKB or EWKB, byte for byte what `JSON.stringify(decodeWkb(bytes).geometry)` gives, without
 * the arrays in between: those cost more than everything else when a million rows are packed.
 * @throws {RangeError} for bytes that end too early
 */
export function geoJsonOfWkb(bytes: Uint8Array): GeometryText {
  const writer = new TextWriter(bytes);
  const text = writer.geometry();
  const { west, south, east, north } = writer;
  return { text, box: west <= east ? [west, south, east, north] : undefined };
}

class TextWriter {
  west = Number.POSITIVE_INFINITY;
  south = Number.POSITIVE_INFINITY;
  east = Number.NEGATIVE_INFINITY;
  north = Number.NEGATIVE_INFINITY;
  private readonly view: DataView;
  private at = 0;
  private hasZ = false;
  private stride = 16;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(): string {
    const kind = this.header();
    const name = names[kind];
    if (!name) throw new RangeError(`geometry type ${kind} is not one of simple features`);
    if (kind === 7) return `{"type":"${name}","geometries":[${this.list(() => this.geometry())}]}`;
    return `{"type":"${name}","coordinates":${this.coordinates(kind)}}`;
  }

  private coordinates(kind: number): string {
    switch (kind) {
      case 1:
        return this.position();
      case 2:
        return this.positions();
      case 3:
        return `[${this.list(() => this.positions())}]`;
      default:
        return `[${this.list(() => this.coordinates(this.header()))}]`;
    }
  }

  private header(): number {
    if (this.view.getUint8(this.at) !== 1) throw new RangeError('big-endian WKB is not read here');
    const raw = this.view.getUint32(this.at + 1, true);
    this.at += (raw & 0x20000000) !== 0 ? 9 : 5;
    this.hasZ = (raw & 0x80000000) !== 0;
    this.stride = 16 + (this.hasZ ? 8 : 0) + ((raw & 0x40000000) !== 0 ? 8 : 0);
    return raw & 0xff;
  }

  private count(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  private list(part: () => string): string {
    let text = '';
    for (let left = this.count(), isFirst = true; left > 0; left--, isFirst = false)
      text += isFirst ? part() : `,${part()}`;
    return text;
  }

  private positions(): string {
    let text = '[';
    for (let left = this.count(), isFirst = true; left > 0; left--, isFirst = false)
      text += isFirst ? this.position() : `,${this.position()}`;
    return `${text}]`;
  }

  private position(): string {
    const { view, at } = this;
    const x = view.getFloat64(at, true);
    const y = view.getFloat64(at + 8, true);
    this.at = at + this.stride;
    if (Number.isNaN(x) && Number.isNaN(y)) return '[]';
    if (x < this.west) this.west = x;
    if (x > this.east) this.east = x;
    if (y < this.south) this.south = y;
    if (y > this.north) this.north = y;
    return this.hasZ ? `[${x},${y},${view.getFloat64(at + 16, true)}]` : `[${x},${y}]`;
  }
}
