import { doubleArea, dropSpikes, reverseRing, ringContains, splitPinches } from './clean-ring.ts';
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
  let shells: number[][] = [];
  let holes: number[][] = [];
  for (let path = 0; path < shape.count; path++) {
    const isShell = shape.isShell[path] === 1;
    if (isShell) {
      writePolygon(shells, holes, into);
      shells = [];
      holes = [];
    } else if (shells.length === 0) continue;
    const ring = roundedRing(shape, path, tolerance);
    if (ring.length === 0) continue;
    const loops = splitPinches(ring);
    if (!isShell) holes.push(...loops);
    else if (loops.length === 1) shells.push(ring.length === loops[0]!.length ? ring : loops[0]!);
    else sortLoops(loops, shells, holes);
  }
  writePolygon(shells, holes, into);
}

function roundedRing(shape: PathBuffer, path: number, tolerance: number): number[] {
  const start = shape.start(path);
  const end = simplifyPath(shape.xy, start, shape.ends[path]!, tolerance, true);
  const ring: number[] = [];
  for (let i = start; i < end; i++) ring.push(Math.round(shape.xy[i]!));
  dropSpikes(ring);
  return ring;
}

/** Loops of an outer ring that touched itself: what runs against the greatest and lies in it is a hole. */
function sortLoops(loops: number[][], shells: number[][], holes: number[][]): void {
  loops.sort((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)));
  const [greatest, ...rest] = loops as [number[], ...number[][]];
  const sign = Math.sign(doubleArea(greatest));
  shells.push(greatest);
  for (const loop of rest) {
    const isHole = Math.sign(doubleArea(loop)) !== sign && liesIn(loop, greatest);
    (isHole ? holes : shells).push(loop);
  }
}

function liesIn(loop: readonly number[], ring: readonly number[]): boolean {
  const x = (loop[0]! + loop[2]! + loop[4]!) / 3;
  const y = (loop[1]! + loop[3]! + loop[5]!) / 3;
  return ringContains(ring, x, y);
}

function writePolygon(shells: readonly number[][], holes: readonly number[][], into: PathBuffer): void {
  for (const shell of shells) {
    writeRing(shell, true, into);
    for (const hole of holes) {
      if (shells.length === 1 || liesIn(hole, shell)) writeRing(hole, false, into);
    }
  }
}

function writeRing(ring: number[], isShell: boolean, into: PathBuffer): void {
  const area = doubleArea(ring);
  if (area === 0) return;
  if (area > 0 !== isShell) reverseRing(ring);
  for (let i = 0; i < ring.length; i += 2) into.push(ring[i]!, ring[i + 1]!);
  into.end(isShell);
}
