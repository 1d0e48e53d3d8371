import type { Geometry, Position } from 'geojson';
import { eachPosition, mapPositions } from './geometry-positions.ts';

/** Coordinates that cannot be where they say, as far as numbers alone can tell. */
export interface RangeFault {
  readonly code: 'coordinate-out-of-range' | 'axes-swapped-suspected';
  readonly params: Readonly<Record<string, string | number>>;
}

/** `[west, south, east, north]` */
export type Box = readonly [number, number, number, number];

/** Degrees by which rounding may carry a coordinate past the antimeridian or a pole: a tenth of a millimetre. */
const slackDeg = 1e-9;

/** Whether longitude and latitude in degrees are a place on the earth, rounding forgiven. */
export function isOnEarth(lonDeg: number, latDeg: number): boolean {
  return Math.abs(lonDeg) <= 180 + slackDeg && Math.abs(latDeg) <= 90 + slackDeg;
}

/**
 * First position beyond ±180 or ±90 degrees. Where all would be on the earth with x and y exchanged, a second fault says so.
 */
export function rangeFaults(geometry: Geometry): RangeFault[] {
  let wrong: Position | undefined;
  let fitsSwapped = true;
  eachPosition(geometry, (position) => {
    const [x, y] = position as [number, number];
    if (wrong === undefined && !isOnEarth(x, y)) wrong = position;
    if (!isOnEarth(y, x)) fitsSwapped = false;
  });
  if (wrong === undefined) return [];
  const value = `${wrong[0]}, ${wrong[1]}`;
  const faults: RangeFault[] = [{ code: 'coordinate-out-of-range', params: { value } }];
  if (fitsSwapped)
    faults.push({ code: 'axes-swapped-suspected', params: { value, swapped: `${wrong[1]}, ${wrong[0]}` } });
  return faults;
}

/** Whether a geometry lies outside the expected area, and inside it with x and y exchanged. */
export function swappedFault(geometry: Geometry, area: Box): RangeFault | undefined {
  let isOutside = true;
  let isInsideSwapped = true;
  let first: Position | undefined;
  eachPosition(geometry, (position) => {
    first ??= position;
    const [x, y] = position as [number, number];
    if (isIn(x, y, area)) isOutside = false;
    if (!isIn(y, x, area)) isInsideSwapped = false;
  });
  if (!first || !isOutside || !isInsideSwapped) return undefined;
  return {
    code: 'axes-swapped-suspected',
    params: { value: `${first[0]}, ${first[1]}`, swapped: `${first[1]}, ${first[0]}` },
  };
}

function isIn(x: number, y: number, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** The geometry with x and y exchanged. */
export function swapAxes<G extends Geometry>(geometry: G): G {
  return mapPositions(geometry, ([x, y, ...rest]) => [y!, x!, ...rest]);
}
