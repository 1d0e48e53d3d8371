import type { FieldRaster } from './raster.ts';

type Position = [number, number];

/** Contour lines of one level as GeoJSON. */
export interface ContourFeature {
  readonly type: 'Feature';
  readonly properties: { readonly fieldDbuV: number };
  readonly geometry: { readonly type: 'MultiLineString'; readonly coordinates: Position[][] };
}

/** For each of the 16 cases of marching squares, the edges that a segment joins: 0 top, 1 right, 2 bottom, 3 left. */
const SEGMENTS: readonly (readonly number[])[] = [
  [],
  [3, 2],
  [2, 1],
  [3, 1],
  [0, 1],
  [3, 0, 2, 1],
  [0, 2],
  [3, 0],
  [3, 0],
  [0, 2],
  [0, 1, 3, 2],
  [0, 1],
  [3, 1],
  [2, 1],
  [3, 2],
  [],
];

/** Traces one level through the cell centres of a raster (marching squares); cells next to no value are left out. */
export function traceContour(raster: FieldRaster, level: number): ContourFeature {
  const { columns, rows, values } = raster;
  const ends = new Map<string, Position[][]>();
  const lines = new Set<Position[]>();
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const nw = values[row * columns + column]!;
      const ne = values[row * columns + column + 1]!;
      const sw = values[(row + 1) * columns + column]!;
      const se = values[(row + 1) * columns + column + 1]!;
      if (Number.isNaN(nw + ne + sw + se)) continue;
      const kind =
        (nw >= level ? 8 : 0) | (ne >= level ? 4 : 0) | (se >= level ? 2 : 0) | (sw >= level ? 1 : 0);
      const edges = SEGMENTS[kind]!;
      for (let i = 0; i < edges.length; i += 2) {
        const point = (edge: number): Position => {
          if (edge === 0) return place(raster, column + (level - nw) / (ne - nw), row);
          if (edge === 1) return place(raster, column + 1, row + (level - ne) / (se - ne));
          if (edge === 2) return place(raster, column + (level - sw) / (se - sw), row + 1);
          return place(raster, column, row + (level - nw) / (sw - nw));
        };
        join(ends, lines, point(edges[i]!), point(edges[i + 1]!));
      }
    }
  }
  return {
    type: 'Feature',
    properties: { fieldDbuV: level },
    geometry: { type: 'MultiLineString', coordinates: [...lines] },
  };
}

/** Longitude and latitude of a place counted in cell centres. */
function place(raster: FieldRaster, column: number, row: number): Position {
  const lon = raster.west + (column + 0.5) * raster.stepLon;
  const lat = raster.north - (row + 0.5) * raster.stepLat;
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** Adds a segment to the line that ends where it begins or ends, and joins two lines that meet. */
function join(ends: Map<string, Position[][]>, lines: Set<Position[]>, a: Position, b: Position): void {
  if (a[0] === b[0] && a[1] === b[1]) return;
  const first = takeEnd(ends, lines, a);
  const second = takeEnd(ends, lines, b);
  let line: Position[];
  if (first !== undefined && second === first) {
    first.push(first[0]!);
    return;
  }
  const head = first === undefined ? [a] : endsWith(first, a) ? first : first.reverse();
  const tail = second === undefined ? [b] : endsWith(second, b) ? second.reverse() : second;
  if (second !== undefined) lines.delete(second);
  if (first !== undefined) lines.delete(first);
  line = head.length >= tail.length ? append(head, tail) : append(tail.reverse(), head.reverse());
  lines.add(line);
  for (const end of [line[0]!, line.at(-1)!]) {
    const key = end.join();
    ends.set(key, [...(ends.get(key) ?? []), line]);
  }
}

function append(line: Position[], more: readonly Position[]): Position[] {
  for (const position of more) line.push(position);
  return line;
}

function endsWith(line: readonly Position[], end: Position): boolean {
  const last = line.at(-1)!;
  return last[0] === end[0] && last[1] === end[1];
}

/** An open line with this end, forgotten under both of its ends. */
function takeEnd(
  ends: Map<string, Position[][]>,
  lines: Set<Position[]>,
  end: Position,
): Position[] | undefined {
  const line = ends.get(end.join())?.find((candidate) => lines.has(candidate));
  if (line === undefined) return undefined;
  for (const at of [line[0]!, line.at(-1)!]) {
    const key = at.join();
    const left = (ends.get(key) ?? []).filter((other) => other !== line);
    if (left.length === 0) ends.delete(key);
    else ends.set(key, left);
  }
  return line;
}
