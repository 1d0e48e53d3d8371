import type { Box } from '../query/question.ts';
import type { Parsed, Parser } from './parameters.ts';

/** The four numbers of a box in the order in which they were given. */
export type BoxNumbers = readonly [number, number, number, number];

/** `bbox` (OGC 17-069r4, 7.15.3): 4 or 6 numbers; heights are read and not compared. In the order of the numbers given. */
export const bboxParameter: Parser<BoxNumbers> = (text) => {
  const numbers = text
    .split(',')
    .map((part) => (/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(part) ? Number(part) : Number.NaN));
  if ((numbers.length !== 4 && numbers.length !== 6) || !numbers.every(Number.isFinite))
    return { code: 'bbox' };
  const [a, b, c, d, e] = numbers as [number, number, number, number, number];
  return { value: numbers.length === 4 ? [a, b, c, d] : [a, b, d, e] };
};

/** `bbox` of doors that speak longitude/latitude alone. */
export const lonLatBoxParameter: Parser<Box> = (text) => {
  const numbers = bboxParameter(text);
  return 'value' in numbers ? lonLatBox(numbers.value) : numbers;
};

/** The box that west, south, east and north make. */
export function lonLatBox([west, south, east, north]: BoxNumbers): Parsed<Box> {
  if (south > north) return { code: 'bbox-order', params: { south, north } };
  if (north < -90 || south > 90) return { code: 'bbox-range' };
  return { value: normalise(west, Math.max(south, -90), east, Math.min(north, 90)) };
}

/** Longitudes beyond 180° are wrapped, as clients send them whose maps go round the world. */
function normalise(west: number, south: number, east: number, north: number): Box {
  if (Math.abs(west) <= 180 && Math.abs(east) <= 180) return [west, south, east, north];
  if (east - west >= 360) return [-180, south, 180, north];
  const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
  return [wrap(west), south, wrap(east), north];
}
