import type { Geometry, Position } from 'geojson';
import type { FlatBuffer } from './flatbuffer.ts';
import { geometryKinds } from './header.ts';

/** GeoJSON geometry of the table at `table`; `type` is the header's, 0 where each feature says its own. */
export function readGeometry(buffer: FlatBuffer, table: number, headerType: number): Geometry | null {
  const type = headerType === 0 ? buffer.byte(table, 6, 0) : headerType;
  switch (type) {
    case 1: {
      const points = readPositions(buffer, table);
      const isEmpty = points.length === 0 || Number.isNaN(points[0]![0]);
      return { type: 'Point', coordinates: isEmpty ? [] : points[0]! };
    }
    case 2:
      return { type: 'LineString', coordinates: readPositions(buffer, table) };
    case 3:
    case 17:
      return { type: 'Polygon', coordinates: readLines(buffer, table) };
    case 4:
      return { type: 'MultiPoint', coordinates: readPositions(buffer, table) };
    case 5:
      return { type: 'MultiLineString', coordinates: readLines(buffer, table) };
    case 6:
    case 12:
    case 15:
    case 16:
      return { type: 'MultiPolygon', coordinates: readPolygons(buffer, table) };
    case 7:
      return {
        type: 'GeometryCollection',
        geometries: readParts(buffer, table)
          .map((part) => readGeometry(buffer, part, 0))
          .filter((geometry) => geometry !== null),
      };
    default:
      throw new RangeError(`geometry type ${geometryKinds[type] ?? type}`);
  }
}

function readPositions(buffer: FlatBuffer, table: number): Position[] {
  const xy = buffer.child(table, 1);
  if (xy === 0) return [];
  const count = buffer.uint32(xy) >>> 1;
  return slice(buffer, xy + 4, heights(buffer, table), 0, count);
}

function heights(buffer: FlatBuffer, table: number): number {
  const z = buffer.child(table, 2);
  return z === 0 || buffer.uint32(z) === 0 ? 0 : z + 4;
}

function slice(buffer: FlatBuffer, xy: number, z: number, from: number, to: number): Position[] {
  const { view } = buffer;
  const positions: Position[] = new Array(Math.max(0, to - from));
  let at = xy + from * 16;
  for (let i = from; i < to; i++, at += 16) {
    const x = view.getFloat64(at, true);
    const y = view.getFloat64(at + 8, true);
    positions[i - from] = z === 0 ? [x, y] : [x, y, view.getFloat64(z + i * 8, true)];
  }
  return positions;
}

function readLines(buffer: FlatBuffer, table: number): Position[][] {
  const ends = buffer.child(table, 0);
  const count = ends === 0 ? 0 : buffer.uint32(ends);
  if (count < 2) {
    const only = readPositions(buffer, table);
    return only.length === 0 ? [] : [only];
  }
  const xy = buffer.child(table, 1) + 4;
  const z = heights(buffer, table);
  const lines: Position[][] = [];
  let from = 0;
  for (let i = 0; i < count; i++) {
    const to = buffer.uint32(ends + 4 + 4 * i);
    lines.push(slice(buffer, xy, z, from, to));
    from = to;
  }
  return lines;
}

function readParts(buffer: FlatBuffer, table: number): number[] {
  const parts = buffer.child(table, 7);
  const count = parts === 0 ? 0 : buffer.uint32(parts);
  return Array.from({ length: count }, (_, i) => buffer.follow(parts + 4 + 4 * i));
}

function readPolygons(buffer: FlatBuffer, table: number): Position[][][] {
  const parts = readParts(buffer, table);
  if (parts.length > 0) return parts.map((part) => readLines(buffer, part));
  const only = readLines(buffer, table);
  return only.length === 0 ? [] : [only];
}
