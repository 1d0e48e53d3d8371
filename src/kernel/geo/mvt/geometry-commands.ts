import { type PathBuffer, shapeKind } from '../shape/path-buffer.ts';

/** Drawing commands of vector tiles (MVT 2.1, 4.3). */
const moveTo = 1;
const lineTo = 2;
const closePath = 7;

/** Writes the commands of a shape in whole units into `commands`, which is emptied first. */
export function writeCommands(shape: PathBuffer, commands: number[]): void {
  commands.length = 0;
  const { xy, kind } = shape;
  let x = 0;
  let y = 0;
  const step = (i: number) => {
    const dx = xy[i]! - x;
    const dy = xy[i + 1]! - y;
    commands.push((dx << 1) ^ (dx >> 31), (dy << 1) ^ (dy >> 31));
    x = xy[i]!;
    y = xy[i + 1]!;
  };
  if (kind === shapeKind.point) {
    commands.push(moveTo | ((shape.length / 2) << 3));
    for (let i = 0; i < shape.length; i += 2) step(i);
    return;
  }
  for (let path = 0; path < shape.count; path++) {
    const start = shape.start(path);
    const end = shape.ends[path]!;
    commands.push(moveTo | (1 << 3));
    step(start);
    commands.push(lineTo | (((end - start) / 2 - 1) << 3));
    for (let i = start + 2; i < end; i += 2) step(i);
    if (kind === shapeKind.polygon) commands.push(closePath | (1 << 3));
  }
}
