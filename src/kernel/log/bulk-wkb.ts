import type { Geometry, Position } from 'geojson';
import { encodeWkb } from '../geo/wkb.ts';
import type { TupleBuffer } from './bulk-tuples.ts';

const srid = 4326;
const sridFlag = 0x20000000;

/** A geometry field in EWKB with its reference system; flat points, lines and polygons go straight into the buffer. */
export function encodeWkbInto(to: TupleBuffer, geometry: Geometry): void {
  const { type } = geometry;
  if (type === 'Polygon' && isFlat(geometry.coordinates[0]?.[0])) {
    const start = header(to, 3);
    count(to, geometry.coordinates.length);
    for (const ring of geometry.coordinates) positions(to, ring);
    to.end(start);
  } else if (type === 'LineString' && isFlat(geometry.coordinates[0])) {
    const start = header(to, 2);
    positions(to, geometry.coordinates);
    to.end(start);
  } else if (type === 'Point' && isFlat(geometry.coordinates)) {
    const start = header(to, 1);
    to.reserve(16);
    position(to, geometry.coordinates);
    to.end(start);
  } else to.blob(encodeWkb(geometry, { srid }));
}

function isFlat(position: Position | undefined): boolean {
  return position?.length === 2;
}

function header(to: TupleBuffer, code: number): number {
  const start = to.begin();
  to.reserve(9);
  const { view, at } = to;
  view.setUint8(at, 1);
  view.setUint32(at + 1, code | sridFlag, true);
  view.setUint32(at + 5, srid, true);
  to.at = at + 9;
  return start;
}

function count(to: TupleBuffer, value: number): void {
  to.reserve(4);
  to.view.setUint32(to.at, value, true);
  to.at += 4;
}

function positions(to: TupleBuffer, line: readonly Position[]): void {
  count(to, line.length);
  to.reserve(line.length * 16);
  for (let i = 0; i < line.length; i++) position(to, line[i]!);
}

function position(to: TupleBuffer, [x, y]: Position): void {
  const { view, at } = to;
  view.setFloat64(at, x!, true);
  view.setFloat64(at + 8, y!, true);
  to.at = at + 16;
}
