import type { Geometry, Position } from 'geojson';

/** Most pairs of edges that are compared before the question is left to GEOS. */
const mostPairs = 20_000_000;

/** Edges of the rings of one polygonal geometry, kept in one array: x1, y1, x2, y2 each. */
interface Edges {
  readonly at: Float64Array;
  readonly count: number;
  /** Index of the first edge of each ring, and one past the last. */
  readonly starts: readonly number[];
}

/**
 * Whether a geometry is certainly valid in the sense of OGC 06-103r4, 6.1. False means "not sure": rings touch, edges are
 * nearly collinear, or it is invalid; GEOS then has to say. It never calls an invalid geometry valid.
 */
export function isSurelyValid(geometry: Geometry): boolean {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return true;
    case 'LineString':
      return isLineValid(geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.every(isLineValid);
    case 'Polygon':
      return arePolygonsValid([geometry.coordinates]);
    case 'MultiPolygon':
      return arePolygonsValid(geometry.coordinates);
    default:
      return geometry.geometries.every(isSurelyValid);
  }
}

function isLineValid(line: readonly Position[]): boolean {
  const first = line[0];
  return first === undefined || line.some(([x, y]) => x !== first[0] || y !== first[1]);
}

function arePolygonsValid(polygons: readonly Position[][][]): boolean {
  const rings = polygons.length === 1 ? polygons[0]! : polygons.flat();
  for (const ring of rings) if (!isRingClosed(ring)) return false;
  const edges = edgesOf(rings);
  return edges !== undefined && !doEdgesMeet(edges) && (rings.length < 2 || areRingsNested(polygons));
}

function isRingClosed(ring: readonly Position[]): boolean {
  if (ring.length < 4) return false;
  const first = ring[0]!;
  const last = ring[ring.length - 1]!;
  return first[0] === last[0] && first[1] === last[1];
}

/** Room for edges, used again for every geometry: nothing of it is kept after the answer. */
let scratch = new Float64Array(4096);

/** All edges; undefined where one has no length, since neighbours are then not neighbours. */
function edgesOf(rings: readonly (readonly Position[])[]): Edges | undefined {
  let count = 0;
  const starts: number[] = [];
  for (const ring of rings) {
    starts.push(count);
    count += ring.length - 1;
  }
  starts.push(count);
  if (count * 4 > scratch.length) scratch = new Float64Array(count * 8);
  const at = scratch;
  let k = 0;
  for (const ring of rings) {
    let x = ring[0]![0]!;
    let y = ring[0]![1]!;
    for (let i = 1; i < ring.length; i++) {
      const next = ring[i]!;
      const nextX = next[0]!;
      const nextY = next[1]!;
      if (x === nextX && y === nextY) return undefined;
      at[k] = x;
      at[k + 1] = y;
      at[k + 2] = nextX;
      at[k + 3] = nextY;
      k += 4;
      x = nextX;
      y = nextY;
    }
  }
  return { at, count, starts };
}

/** Whether two edges that are not neighbours touch or cross, or two neighbours fold back on one another. */
function doEdgesMeet({ at, count, starts }: Edges): boolean {
  const order = count > 32 ? sortedByWest(at, count) : undefined;
  const ringOf = starts.length > 2 ? ringIndex(starts, count) : undefined;
  let pairs = 0;
  for (let m = 0; m < count; m++) {
    const i = order ? order[m]! : m;
    const east = Math.max(at[i * 4]!, at[i * 4 + 2]!);
    for (let n = m + 1; n < count; n++) {
      const j = order ? order[n]! : n;
      if (order && Math.min(at[j * 4]!, at[j * 4 + 2]!) > east) break;
      if (++pairs > mostPairs) return true;
      if (boxesApart(at, i * 4, j * 4)) continue;
      const a = Math.min(i, j);
      const b = Math.max(i, j);
      const ring = ringOf ? ringOf[a]! : 0;
      if (!ringOf || ring === ringOf[b]) {
        const first = starts[ring]!;
        const isNext = b === a + 1;
        const wraps = a === first && b === starts[ring + 1]! - 1;
        if (isNext || wraps) {
          if (isNext && wraps) return true;
          if (foldsBack(at, isNext ? a * 4 : b * 4, isNext ? b * 4 : a * 4)) return true;
          continue;
        }
      }
      if (!areApart(at, i * 4, j * 4)) return true;
    }
  }
  return false;
}

function sortedByWest(at: Float64Array, count: number): Uint32Array {
  const west = new Float64Array(count);
  for (let i = 0; i < count; i++) west[i] = Math.min(at[i * 4]!, at[i * 4 + 2]!);
  return Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => west[a]! - west[b]!);
}

function ringIndex(starts: readonly number[], count: number): Uint32Array {
  const index = new Uint32Array(count);
  for (let ring = 0; ring + 1 < starts.length; ring++) index.fill(ring, starts[ring]!, starts[ring + 1]!);
  return index;
}

function boxesApart(at: Float64Array, i: number, j: number): boolean {
  return (
    Math.max(at[i]!, at[i + 2]!) < Math.min(at[j]!, at[j + 2]!) ||
    Math.max(at[j]!, at[j + 2]!) < Math.min(at[i]!, at[i + 2]!) ||
    Math.max(at[i + 1]!, at[i + 3]!) < Math.min(at[j + 1]!, at[j + 3]!) ||
    Math.max(at[j + 1]!, at[j + 3]!) < Math.min(at[i + 1]!, at[i + 3]!)
  );
}

/** Side of the line a→b on which c lies, 0 where rounding could decide otherwise (bound of Shewchuk's filter). */
function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const det = left - right;
  const bound = 4e-16 * (Math.abs(left) + Math.abs(right));
  return det > bound ? 1 : det < -bound ? -1 : 0;
}

/** Whether one edge lies wholly on one side of the other's line. */
function areApart(at: Float64Array, i: number, j: number): boolean {
  const ax = at[i]!;
  const ay = at[i + 1]!;
  const bx = at[i + 2]!;
  const by = at[i + 3]!;
  const cx = at[j]!;
  const cy = at[j + 1]!;
  const dx = at[j + 2]!;
  const dy = at[j + 3]!;
  if (side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) > 0) return true;
  return side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) > 0;
}

/** Neighbours a→b, b→c overlap only where they are collinear and turn back. */
function foldsBack(at: Float64Array, i: number, j: number): boolean {
  const ax = at[i]!;
  const ay = at[i + 1]!;
  const bx = at[j]!;
  const by = at[j + 1]!;
  const cx = at[j + 2]!;
  const cy = at[j + 3]!;
  if (side(ax, ay, bx, by, cx, cy) !== 0) return false;
  return (ax - bx) * (cx - bx) + (ay - by) * (cy - by) > 0;
}

/** Rings do not meet here: one position of each tells where it lies. */
function areRingsNested(polygons: readonly Position[][][]): boolean {
  for (const [i, [shell, ...holes]] of polygons.entries()) {
    if (!shell) continue;
    for (const [k, hole] of holes.entries()) {
      if (!isInside(hole[0]!, shell)) return false;
      for (const other of holes.slice(k + 1)) {
        if (isInside(hole[0]!, other) || isInside(other[0]!, hole)) return false;
      }
    }
    // A polygon in a hole of another is valid, but rare enough to be asked of GEOS.
    for (const [other] of polygons.slice(i + 1)) {
      if (other && (isInside(shell[0]!, other) || isInside(other[0]!, shell))) return false;
    }
  }
  return true;
}

function isInside(position: Position, ring: readonly Position[]): boolean {
  const x = position[0]!;
  const y = position[1]!;
  let isIn = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    const ay = a[1]!;
    const by = b[1]!;
    if (ay > y !== by > y && x < ((b[0]! - a[0]!) * (y - ay)) / (by - ay) + a[0]!) isIn = !isIn;
  }
  return isIn;
}
