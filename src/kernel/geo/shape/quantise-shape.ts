import {
  doubleArea,
  dropSpikes,
  hasRepeat,
  reverseRing,
  ringContains,
  splitPinches,
  turnsEverywhere,
} from './clean-ring.ts';
import { type PathBuffer, shapeKind } from './path-buffer.ts';
import { simplifyPath } from './simplify-path.ts';

/**
 * Simplifies a shape in tile units within a tolerance (which spoils the buffer), rounds it to whole units and writes
 * what is left: points once each, lines of two positions or more, and polygons as outer ring (clockwise on a screen)
 * followed by its holes (the other way), as vector tiles want them. A polygon smaller than a unit leaves nothing.
 */
export function quantiseShape(shape: PathBuffer, tolerance: number, into: PathBuffer): void {
  into.clear(shape.kind);
  if (shape.kind === shapeKind.polygon) return quantisePolygons(shape, tolerance, into);
  for (let path = 0; path < shape.count; path++) {
    const start = shape.start(path);
    const isLine = shape.kind === shapeKind.line;
    const end = isLine
      ? simplifyPath(shape.xy, start, shape.ends[path]!, tolerance, false)
      : shape.ends[path]!;
    const first = into.length;
    for (let i = start; i < end; i += 2) {
      const x = Math.round(shape.xy[i]!);
      const y = Math.round(shape.xy[i + 1]!);
      const isRepeat =
        into.length > first && into.xy[into.length - 2] === x && into.xy[into.length - 1] === y;
      if (!isRepeat) into.push(x, y);
    }
    if (isLine && into.length - first < 4) into.abandon();
    else into.end();
  }
}

function quantisePolygons(shape: PathBuffer, tolerance: number, into: PathBuffer): void {
  for (let first = 0; first < shape.count; ) {
    let next = first + 1;
    while (next < shape.count && shape.isShell[next] === 0) next++;
    if (shape.isShell[first] === 1) quantisePolygon(shape, first, next, tolerance, into);
    first = next;
  }
}

/** One polygon, its outer ring and its holes, which most often need no more than rounding. */
function quantisePolygon(
  shape: PathBuffer,
  first: number,
  next: number,
  tolerance: number,
  into: PathBuffer,
): void {
  const { xy } = shape;
  const [count, length] = [into.count, into.length];
  if (cuts.length < next - first) cuts = new Uint32Array((next - first) * 2);
  for (let path = first; path < next; path++)
    cuts[path - first] = simplifyPath(xy, shape.start(path), shape.ends[path]!, tolerance, true);
  for (let path = first; path < next; path++) {
    const isShell = path === first;
    const start = into.length;
    const end = roundRing(xy, shape.start(path), cuts[path - first]!, into);
    if (hasRepeat(into.xy, start, end)) {
      into.count = count;
      into.length = length;
      return quantisePinched(shape, first, next, into);
    }
    const area = doubleArea(into.xy, start, end);
    if (isShell && (end === start || area === 0)) return into.abandon();
    if (area === 0) {
      into.abandon();
      continue;
    }
    if (area > 0 !== isShell) reverseRing(into.xy, start, end);
    into.end(isShell);
  }
}

let cuts = new Uint32Array(16);

/** Appends the rounded positions without spikes, a path that is still open; returns its end. */
function roundRing(xy: Float64Array, start: number, end: number, into: PathBuffer): number {
  into.reserve(end - start);
  const to = into.xy;
  const at = into.length;
  for (let i = start, j = at; i < end; i++) to[j++] = Math.floor(xy[i]! + 0.5);
  const last = at + end - start;
  into.length = turnsEverywhere(to, at, last) ? last : dropSpikes(to, at, last);
  return into.length;
}

/** The same where a ring touches itself and falls into several; the paths are simplified already, up to `cuts`. */
function quantisePinched(shape: PathBuffer, first: number, next: number, into: PathBuffer): void {
  const shells: Float64Array[] = [];
  const holes: Float64Array[] = [];
  for (let path = first; path < next; path++) {
    const rounded = shape.xy
      .slice(shape.start(path), cuts[path - first])
      .map((each) => Math.floor(each + 0.5));
    const ring = rounded.subarray(0, dropSpikes(rounded));
    if (ring.length === 0) continue;
    const loops = splitPinches(ring);
    if (path > first) holes.push(...loops);
    else if (loops.length === 1) shells.push(loops[0]!);
    else sortLoops(loops, shells, holes);
  }
  writePolygon(shells, holes, into);
}

/** Loops of an outer ring that touched itself: what runs against the greatest and lies in it is a hole. */
function sortLoops(loops: Float64Array[], shells: Float64Array[], holes: Float64Array[]): void {
  loops.sort((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)));
  const [greatest, ...rest] = loops as [Float64Array, ...Float64Array[]];
  const sign = Math.sign(doubleArea(greatest));
  shells.push(greatest);
  for (const loop of rest) {
    const isHole = Math.sign(doubleArea(loop)) !== sign && liesIn(loop, greatest);
    (isHole ? holes : shells).push(loop);
  }
}

function liesIn(loop: Float64Array, ring: Float64Array): boolean {
  const x = (loop[0]! + loop[2]! + loop[4]!) / 3;
  const y = (loop[1]! + loop[3]! + loop[5]!) / 3;
  return ringContains(ring, x, y);
}

function writePolygon(
  shells: readonly Float64Array[],
  holes: readonly Float64Array[],
  into: PathBuffer,
): void {
  for (const shell of shells) {
    writeRing(shell, true, into);
    for (const hole of holes) {
      if (shells.length === 1 || liesIn(hole, shell)) writeRing(hole, false, into);
    }
  }
}

function writeRing(ring: Float64Array, isShell: boolean, into: PathBuffer): void {
  const area = doubleArea(ring);
  if (area === 0) return;
  if (area > 0 !== isShell) reverseRing(ring);
  for (let i = 0; i < ring.length; i += 2) into.push(ring[i]!, ring[i + 1]!);
  into.end(isShell);
}
