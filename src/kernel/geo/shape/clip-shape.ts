import { clipPath } from './clip-path.ts';
import { clipRing } from './clip-ring.ts';
import { boundsOf, type PathBuffer, shapeKind } from './path-buffer.ts';

const bounds: [number, number, number, number] = [0, 0, 0, 0];

/**
 * Writes what of a shape lies within `[least x, least y, greatest x, greatest y]` into another buffer. Paths that lie
 * wholly inside are copied as they are. Holes of a ring that is cut away go with it.
 */
export function clipShape(
  shape: PathBuffer,
  box: readonly [number, number, number, number],
  into: PathBuffer,
): void {
  into.clear(shape.kind);
  const { xy } = shape;
  let shellStands = false;
  for (let path = 0; path < shape.count; path++) {
    const start = shape.start(path);
    const end = shape.ends[path]!;
    const isShell = shape.isShell[path] === 1;
    if (shape.kind === shapeKind.polygon && !isShell && !shellStands) continue;
    boundsOf(xy, start, end, bounds);
    const before = into.count;
    if (bounds[0] <= box[2] && bounds[2] >= box[0] && bounds[1] <= box[3] && bounds[3] >= box[1]) {
      const isInside =
        bounds[0] >= box[0] && bounds[2] <= box[2] && bounds[1] >= box[1] && bounds[3] <= box[3];
      if (isInside) copyPath(xy, start, end, into, isShell);
      else if (shape.kind === shapeKind.point) clipPoints(xy, start, end, box, into);
      else if (shape.kind === shapeKind.line) clipPath(xy, start, end, box, into);
      else clipRing(xy, start, end, box, into, isShell);
    }
    if (isShell) shellStands = into.count > before;
  }
}

function copyPath(xy: Float64Array, start: number, end: number, into: PathBuffer, isShell: boolean): void {
  into.reserve(end - start);
  into.xy.set(xy.subarray(start, end), into.length);
  into.length += end - start;
  into.end(isShell);
}

function clipPoints(
  xy: Float64Array,
  start: number,
  end: number,
  box: readonly [number, number, number, number],
  into: PathBuffer,
): void {
  for (let i = start; i < end; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) into.push(x, y);
  }
  into.end();
}
