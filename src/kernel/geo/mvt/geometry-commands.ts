import type { PbfWriter } from 'pbf';
import { type PathBuffer, shapeKind } from '../shape/path-buffer.ts';

/** Drawing commands of vector tiles (MVT 2.1, 4.3). */
const moveTo = 1;
const lineTo = 2;
const closePath = 7;

/** Appends the commands of a shape in whole units, each as a varint. */
export function writeCommands(shape: PathBuffer, into: PbfWriter): void {
  const { xy, kind } = shape;
  if (kind === shapeKind.point) {
    into.writeVarint(moveTo | ((shape.length / 2) << 3));
    writeSteps(xy, 0, shape.length, 0, 0, into);
    return;
  }
  let x = 0;
  let y = 0;
  for (let path = 0; path < shape.count; path++) {
    const start = shape.start(path);
    const end = shape.ends[path]!;
    into.writeVarint(moveTo | (1 << 3));
    writeSteps(xy, start, start + 2, x, y, into);
    into.writeVarint(lineTo | (((end - start) / 2 - 1) << 3));
    writeSteps(xy, start + 2, end, xy[start]!, xy[start + 1]!, into);
    if (kind === shapeKind.polygon) into.writeVarint(closePath | (1 << 3));
    x = xy[end - 2]!;
    y = xy[end - 1]!;
  }
}

/** Each position as the step from the one before, zigzag-coded. */
function writeSteps(
  xy: Float64Array,
  start: number,
  end: number,
  fromX: number,
  fromY: number,
  into: PbfWriter,
): void {
  let x = fromX | 0;
  let y = fromY | 0;
  for (let i = start; i < end; i += 2) {
    const nextX = xy[i]! | 0;
    const nextY = xy[i + 1]! | 0;
    const dx = nextX - x;
    const dy = nextY - y;
    into.writeVarint(((dx << 1) ^ (dx >> 31)) >>> 0);
    into.writeVarint(((dy << 1) ^ (dy >> 31)) >>> 0);
    x = nextX;
    y = nextY;
  }
}
