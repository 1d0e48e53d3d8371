import type { ProfileArrays } from '../../desks/spectrum/engine/path/geometry.ts';
import { bulgedHeights } from './profile-curve.ts';

const BARS = ' ▁▂▃▄▅▆▇█';

/**
 * Draws a profile with block characters, the earth's bulge added and the straight line between the antennas dotted.
 *
 * @param columns, rows size of the drawing in characters
 */
export function drawProfile(
  profile: ProfileArrays,
  hts: number,
  hrs: number,
  aeKm: number,
  columns = 72,
  rows = 12,
): string {
  const { heights, distanceKm } = bulgedHeights(profile, aeKm);
  const length = distanceKm[distanceKm.length - 1]!;
  const top = Math.max(hts, hrs, ...heights);
  const bottom = Math.min(...heights);
  const span = Math.max(top - bottom, 1);
  const level = Float64Array.from({ length: columns }, () => Number.NEGATIVE_INFINITY);
  for (let i = 0; i < heights.length; i++) {
    const column = Math.min(Math.floor((distanceKm[i]! / length) * columns), columns - 1);
    level[column] = Math.max(level[column]!, heights[i]!);
  }
  for (let c = 1; c < columns; c++) if (level[c] === Number.NEGATIVE_INFINITY) level[c] = level[c - 1]!;
  const lines: string[] = [];
  for (let row = rows - 1; row >= 0; row--) {
    let line = '';
    for (let column = 0; column < columns; column++) {
      const eighths = Math.round((((level[column]! - bottom) / span) * rows - row) * 8);
      const ray = hts + ((hrs - hts) * (column + 0.5)) / columns;
      const isRay = Math.min(Math.floor(((ray - bottom) / span) * rows), rows - 1) === row;
      const bar = BARS[Math.min(Math.max(eighths, 0), 8)]!;
      line += bar === ' ' && isRay ? '·' : bar;
    }
    const label = row === rows - 1 ? `${Math.round(top)} m` : row === 0 ? `${Math.round(bottom)} m` : '';
    lines.push(`${label.padStart(8)} ${line}`);
  }
  lines.push(`${''.padStart(9)}0${`${length.toFixed(1)} km`.padStart(columns - 1)}`);
  return lines.join('\n');
}
