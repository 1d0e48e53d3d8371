import type { Geometry } from 'geojson';
import { eachPosition } from './geometry-positions.ts';

/** `[west, south, east, north]`; west > east means that the box crosses the antimeridian (RFC 7946, 5.2). */
export type Bbox = [west: number, south: number, east: number, north: number];

/** Smallest box around the positions as they are numbered, undefined for an empty geometry. */
export function bboxOf(geometry: Geometry): Bbox | undefined {
  const box: Bbox = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  eachPosition(geometry, ([x, y]) => {
    if (x! < box[0]) box[0] = x!;
    if (y! < box[1]) box[1] = y!;
    if (x! > box[2]) box[2] = x!;
    if (y! > box[3]) box[3] = y!;
  });
  return box[0] <= box[2] ? box : undefined;
}

/**
 * Box of a geographic geometry on the shorter way around: parts on both sides of the antimeridian give west > east.
 */
export function geographicBboxOf(geometry: Geometry): Bbox | undefined {
  const plain = bboxOf(geometry);
  if (!plain || plain[2] - plain[0] <= 180) return plain;
  const longitudes: number[] = [];
  eachPosition(geometry, ([x]) => longitudes.push(x!));
  longitudes.sort((a, b) => a - b);
  let gap = 0;
  let after = 0;
  for (let i = 1; i < longitudes.length; i++) {
    const width = longitudes[i]! - longitudes[i - 1]!;
    if (width > gap) {
      gap = width;
      after = i;
    }
  }
  const around = 360 - (plain[2] - plain[0]);
  return gap > around && gap > 180 ? [longitudes[after]!, plain[1], longitudes[after - 1]!, plain[3]] : plain;
}

/** Whether two boxes share a point; either may cross the antimeridian. */
export function bboxesIntersect(a: Bbox, b: Bbox): boolean {
  if (a[1] > b[3] || b[1] > a[3]) return false;
  return splitBbox(a).some((p) => splitBbox(b).some((q) => p[0] <= q[2] && q[0] <= p[2]));
}

/** The box itself, or the two boxes that it is cut into by the antimeridian. */
export function splitBbox(box: Bbox): Bbox[] {
  const [west, south, east, north] = box;
  return west <= east
    ? [box]
    : [
        [west, south, 180, north],
        [-180, south, east, north],
      ];
}

/** Smallest box around both, on the shorter way around where either crosses the antimeridian. */
export function bboxUnion(a: Bbox | undefined, b: Bbox | undefined): Bbox | undefined {
  if (!a || !b) return a ?? b;
  const south = Math.min(a[1], b[1]);
  const north = Math.max(a[3], b[3]);
  if (a[0] <= a[2] && b[0] <= b[2]) return [Math.min(a[0], b[0]), south, Math.max(a[2], b[2]), north];
  const parts = [...splitBbox(a), ...splitBbox(b)].sort((p, q) => p[0] - q[0]);
  let east = parts[0]![2];
  let best: { readonly width: number; readonly west: number; readonly east: number } | undefined;
  for (const part of parts.slice(1)) {
    const width = part[0] - east;
    if (width > (best?.width ?? 0)) best = { width, west: part[0], east };
    east = Math.max(east, part[2]);
  }
  return best ? [best.west, south, best.east, north] : [-180, south, 180, north];
}
