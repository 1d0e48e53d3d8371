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
  /** 1 for points, 2 for lines, 3 for areas; the greatest of a collection's members, 0 for one that is empty. */
  readonly kind: number;
  /** Whether PostGIS keeps a box of 32-bit floats beside the geometry, and reads bounds off that. */
  readonly isBoxed: boolean;
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
  const box: Bbox | undefined = west <= east ? [west, south, east, north] : undefined;
  return { text, box, kind: writer.kind, isBoxed: writer.isBoxed() };
}

class TextWriter {
  west = Number.POSITIVE_INFINITY;
  south = Number.POSITIVE_INFINITY;
  east = Number.NEGATIVE_INFINITY;
  north = Number.NEGATIVE_INFINITY;
  kind = 0;
  private outer = 0;
  private parts = 0;
  private vertices = 0;
  private readonly view: DataView;
  private at = 0;
  private hasZ = false;
  private stride = 16;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Points, lines of one segment and collections of just one of them have no box of their own (`lwgeom_needs_bbox`). */
  isBoxed(): boolean {
    const { outer, parts, vertices } = this;
    if (outer === 1 || (outer === 4 && parts === 1)) return false;
    return !(vertices <= 2 && (outer === 2 || (outer === 5 && parts === 1)));
  }

  geometry(): string {
    const kind = this.header();
    this.outer ||= kind;
    if (kind !== 7) this.kind = Math.max(this.kind, kind > 3 ? kind - 3 : kind);
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
        return `[${this.list(() => {
          this.parts++;
          return this.coordinates(this.header());
        })}]`;
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
    this.vertices++;
    if (Number.isNaN(x) && Number.isNaN(y)) return '[]';
    if (x < this.west) this.west = x;
    if (x > this.east) this.east = x;
    if (y < this.south) this.south = y;
    if (y > this.north) this.north = y;
    return this.hasZ ? `[${x},${y},${view.getFloat64(at + 16, true)}]` : `[${x},${y}]`;
  }
}
