const f32 = new Float32Array(1);
const bits = new Int32Array(f32.buffer);

/** The largest 32-bit float that is not above the number. */
export function floatBelow(value: number): number {
  f32[0] = value;
  if (f32[0]! <= value) return f32[0]!;
  return step(-1);
}

/** The smallest 32-bit float that is not below the number. */
export function floatAbove(value: number): number {
  f32[0] = value;
  if (f32[0]! >= value) return f32[0]!;
  return step(1);
}

/** The neighbour of the float in hand, towards plus or minus infinity. */
function step(direction: 1 | -1): number {
  if (f32[0] === 0) return direction * 2 ** -149;
  const isAway = f32[0]! > 0 === direction > 0;
  bits[0] = bits[0]! + (isAway ? 1 : -1);
  return f32[0]!;
}

/** Puts a box, rounded outwards, among others that stand one after another: west, south, east, north of each. */
export function setOutward(
  boxes: Float32Array,
  index: number,
  west: number,
  south: number,
  east: number,
  north: number,
): void {
  const at = index * 4;
  boxes[at] = floatBelow(west);
  boxes[at + 1] = floatBelow(south);
  boxes[at + 2] = floatAbove(east);
  boxes[at + 3] = floatAbove(north);
}
