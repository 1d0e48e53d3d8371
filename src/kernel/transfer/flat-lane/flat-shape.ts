import type { FlatBuffer } from '../../formats/flatgeobuf/flatbuffer.ts';
import { writeNumber } from '../../log/bulk-json.ts';
import type { TupleBuffer } from '../../log/bulk-tuples.ts';
import { isOnEarth } from '../quick-check.ts';
import { isSurelySimple, mostRingPositions } from '../small-ring.ts';

/** Type numbers that FlatGeobuf and WKB share. */
const point = 1;
const line = 2;
const polygon = 3;
export const laneTypes = ['', 'Point', 'LineString', 'Polygon'] as const;

const mostPositions = 4096;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const openings = ['', '{"coordinates":', '{"coordinates":[', '{"coordinates":[['].map(bytesOf);
const closings = ['', ',"type":"Point"}', '],"type":"LineString"}', ']],"type":"Polygon"}'].map(bytesOf);

/** A flat point, line or polygon of one ring, as coordinates in one array that is used again. */
export class FlatShape {
  private readonly xy = new Float64Array(2 * mostPositions);
  private count = 0;
  private type = 0;
  private readonly kinds: ReadonlySet<string>;
  private readonly mostPositions: number;

  constructor(kinds: ReadonlySet<string>, maxVertices: number) {
    this.kinds = kinds;
    this.mostPositions = Math.min(mostPositions, maxVertices);
  }

  /** Reads the geometry table; false where it is not certainly valid, or of a kind that is left to the ordinary reader. */
  read(buffer: FlatBuffer, table: number, headerType: number): boolean {
    const type = headerType === 0 ? buffer.byte(table, 6, 0) : headerType;
    if (type < point || type > polygon || !this.kinds.has(laneTypes[type]!)) return false;
    const ends = buffer.child(table, 0);
    // Heights and measures, several rings.
    if (buffer.field(table, 2) !== 0 || buffer.field(table, 3) !== 0) return false;
    if (ends !== 0 && buffer.uint32(ends) > 1) return false;
    const vector = buffer.child(table, 1);
    if (vector === 0) return false;
    const count = buffer.uint32(vector) >>> 1;
    if (count > (type === polygon ? mostRingPositions : this.mostPositions)) return false;
    const { view } = buffer;
    const { xy } = this;
    for (let i = 0, at = vector + 4; i < count; i++, at += 16) {
      const x = view.getFloat64(at, true);
      const y = view.getFloat64(at + 8, true);
      if (!isOnEarth(x, y)) return false;
      xy[2 * i] = x;
      xy[2 * i + 1] = y;
    }
    this.type = type;
    this.count = count;
    if (type === point) return count === 1;
    return type === line ? count >= 2 && this.hasLength() : isSurelySimple(xy, count);
  }

  private hasLength(): boolean {
    const { xy, count } = this;
    for (let i = 1; i < count; i++) if (xy[2 * i] !== xy[0] || xy[2 * i + 1] !== xy[1]) return true;
    return false;
  }

  /** In canonical JSON. */
  writeJson(to: TupleBuffer): void {
    const { xy, count, type } = this;
    to.literal(openings[type]!);
    for (let i = 0; i < count; i++) {
      to.byte(i === 0 ? 0x5b : 0x2c);
      if (i > 0) to.byte(0x5b);
      writeNumber(to, xy[2 * i]!);
      to.byte(0x2c);
      writeNumber(to, xy[2 * i + 1]!);
      to.byte(0x5d);
    }
    to.literal(closings[type]!);
  }

  /** As a geometry field in EWKB, in longitude and latitude. */
  writeWkb(to: TupleBuffer): void {
    const { xy, count, type } = this;
    const start = to.begin();
    to.reserve(17 + count * 16);
    const { view } = to;
    let { at } = to;
    view.setUint8(at, 1);
    view.setUint32(at + 1, type | 0x20000000, true);
    view.setUint32(at + 5, 4326, true);
    at += 9;
    if (type === polygon) {
      view.setUint32(at, 1, true);
      at += 4;
    }
    if (type !== point) {
      view.setUint32(at, count, true);
      at += 4;
    }
    for (let i = 0; i < 2 * count; i++, at += 8) view.setFloat64(at, xy[i]!, true);
    to.at = at;
    to.end(start);
  }
}
