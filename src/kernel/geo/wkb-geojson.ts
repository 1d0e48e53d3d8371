import type { ByteWriter } from './byte-writer.ts';

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
const heads = names.map(
  (name) => `{"type":"${name}","${name === 'GeometryCollection' ? 'geometries' : 'coordinates'}":`,
);

const comma = 0x2c;
const opening = 0x5b;
const closing = 0x5d;
const ending = 0x7d;

/**
 * Writes little-endian WKB or EWKB as GeoJSON, byte for byte what `JSON.stringify(decodeWkb(bytes).geometry)` gives, without
 * the arrays and strings in between: those cost more than everything else when a million rows are packed.
 */
export class GeoJsonWriter {
  /** The box around the last geometry; west is greater than east where it is empty. */
  west = Number.POSITIVE_INFINITY;
  south = Number.POSITIVE_INFINITY;
  east = Number.NEGATIVE_INFINITY;
  north = Number.NEGATIVE_INFINITY;
  /** 1 for points, 2 for lines, 3 for areas; the greatest of a collection's members, 0 for one that is empty. */
  kind = 0;
  private readonly json: ByteWriter;
  private outer = 0;
  private parts = 0;
  private vertices = 0;
  private view: DataView = new DataView(new ArrayBuffer(0));
  private at = 0;
  private end = 0;
  private hasZ = false;
  private stride = 16;

  constructor(json: ByteWriter) {
    this.json = json;
  }

  /** @param view around the bytes that the geometry lies in, from `start` to `end`. @throws {RangeError} where it ends too early */
  write(view: DataView, start: number, end: number): void {
    this.west = this.south = Number.POSITIVE_INFINITY;
    this.east = this.north = Number.NEGATIVE_INFINITY;
    this.kind = this.outer = this.parts = this.vertices = 0;
    this.view = view;
    this.at = start;
    this.end = end;
    this.geometry();
  }

  /** Whether PostGIS keeps a box of 32-bit floats beside the last geometry, and reads bounds off that. */
  get isBoxed(): boolean {
    // Points, lines of one segment and collections of just one of them have none (`lwgeom_needs_bbox`).
    const { outer, parts, vertices } = this;
    if (outer === 1 || (outer === 4 && parts === 1)) return false;
    return !(vertices <= 2 && (outer === 2 || (outer === 5 && parts === 1)));
  }

  private geometry(): void {
    const kind = this.header();
    this.outer ||= kind;
    if (kind !== 7) this.kind = Math.max(this.kind, kind > 3 ? kind - 3 : kind);
    const head = heads[kind];
    if (kind === 0 || !head) throw new RangeError(`geometry type ${kind} is not one of simple features`);
    this.json.ascii(head);
    this.contents(kind);
    this.json.byte(ending);
  }

  private contents(kind: number): void {
    if (kind === 1) return this.position();
    const { json } = this;
    json.byte(opening);
    for (let count = this.count(), part = 0; part < count; part++) {
      if (part > 0) json.byte(comma);
      if (kind === 2) this.position();
      else if (kind === 3) this.contents(2);
      else if (kind === 7) this.geometry();
      else {
        this.parts++;
        this.contents(this.header());
      }
    }
    json.byte(closing);
  }

  private header(): number {
    const { at, view } = this;
    this.advance(5);
    if (view.getUint8(at) !== 1) throw new RangeError('big-endian WKB is not read here');
    const raw = view.getUint32(at + 1, true);
    if ((raw & 0x20000000) !== 0) this.advance(4);
    this.hasZ = (raw & 0x80000000) !== 0;
    this.stride = 16 + (this.hasZ ? 8 : 0) + ((raw & 0x40000000) !== 0 ? 8 : 0);
    return raw & 0xff;
  }

  private count(): number {
    this.advance(4);
    return this.view.getUint32(this.at - 4, true);
  }

  private advance(bytes: number): void {
    this.at += bytes;
    if (this.at > this.end) throw new RangeError('a geometry ends too early');
  }

  private position(): void {
    const { view, at, json } = this;
    this.advance(this.stride);
    const x = view.getFloat64(at, true);
    const y = view.getFloat64(at + 8, true);
    this.vertices++;
    json.byte(opening);
    if (!(Number.isNaN(x) && Number.isNaN(y))) {
      if (x < this.west) this.west = x;
      if (x > this.east) this.east = x;
      if (y < this.south) this.south = y;
      if (y > this.north) this.north = y;
      json.jsonNumber(x);
      json.byte(comma);
      json.jsonNumber(y);
      if (this.hasZ) {
        json.byte(comma);
        json.jsonNumber(view.getFloat64(at + 16, true));
      }
    }
    json.byte(closing);
  }
}
