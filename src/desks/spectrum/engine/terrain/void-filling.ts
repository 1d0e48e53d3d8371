/**
 * Draws a straight line across every gap of a profile (NaN), and level ground before the first and after the last
 * known height.
 *
 * @returns how many points were filled; `count` where there was nothing to fill from (the heights stay NaN)
 */
export function fillVoids(terrainM: Float64Array, count: number): number {
  let filled = 0;
  let known = -1;
  for (let i = 0; i < count; i++) {
    const h = terrainM[i]!;
    if (Number.isNaN(h)) continue;
    const gap = i - known - 1;
    if (gap > 0) {
      const left = known < 0 ? h : terrainM[known]!;
      const slope = known < 0 ? 0 : (h - left) / (i - known);
      for (let k = known + 1; k < i; k++) terrainM[k] = left + slope * (k - known);
      filled += gap;
    }
    known = i;
  }
  if (known < 0) return count;
  for (let k = known + 1; k < count; k++) terrainM[k] = terrainM[known]!;
  return filled + count - 1 - known;
}
