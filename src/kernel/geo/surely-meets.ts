/** More than the distance between two neighbouring 32-bit floats, as a share of them. */
const rounding = 2 ** -22;
const smallest = 2 ** -148;

/**
 * Whether a geometry meets a box for sure, told from its own box alone. It touches each side of its own box: where one
 * of these sides, as long as it is, lies within the box asked for, so does a point of the geometry.
 *
 * @param boxes west, south, east, north of each geometry, rounded outwards to the next 32-bit float
 */
export function surelyMeets(
  boxes: Float32Array,
  index: number,
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  const w = boxes[index * 4]!;
  const s = boxes[index * 4 + 1]!;
  const e = boxes[index * 4 + 2]!;
  const n = boxes[index * 4 + 3]!;
  if (s >= south && n <= north)
    return (w >= west && inward(w, 1) <= east) || (e <= east && inward(e, -1) >= west);
  if (w >= west && e <= east)
    return (s >= south && inward(s, 1) <= north) || (n <= north && inward(n, -1) >= south);
  return false;
}

/** A side that was rounded outwards, moved back by at least as much. */
function inward(side: number, direction: 1 | -1): number {
  return side + direction * (Math.abs(side) * rounding + smallest);
}
