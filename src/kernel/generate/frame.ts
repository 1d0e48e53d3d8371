import type { Position } from 'geojson';

/** Metres east and north of an origin. */
export type Metres = readonly [east: number, north: number];

/** Carries plane metres to longitude and latitude, bending straight streets a little on the way. */
export interface Frame {
  /** Longitude and latitude, to 1e-7 degrees, so that equal metres give equal positions. */
  place(point: Metres): Position;
  /** Square metres of a ring of positions (closed, either direction). */
  area(ring: readonly Position[]): number;
}

const bendMetres = 9;
const bendLength = 640 / (2 * Math.PI);

/**
 * A frame at `origin` (longitude, latitude), turned by `turnDeg` anticlockwise. Degrees are taken as of constant length
 * (WGS 84 series at the origin), so that what does not overlap in metres does not overlap in degrees either; areas
 * are corrected for the latitude at which they lie.
 */
export function makeFrame(origin: Position, turnDeg = 0): Frame {
  const [originLon, originLat] = [origin[0]!, origin[1]!];
  const [perLon, perLat] = metresPerDegree(originLat);
  const turn = (turnDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return {
    place([x, y]) {
      const east = x + bendMetres * Math.sin(y / bendLength);
      const north = y + bendMetres * Math.sin(x / bendLength + 1);
      return [
        Math.round((originLon + (east * cos - north * sin) / perLon) * 1e7) / 1e7,
        Math.round((originLat + (east * sin + north * cos) / perLat) * 1e7) / 1e7,
      ];
    },
    area(ring) {
      const first = ring[0]!;
      let twice = 0;
      for (let i = 0; i + 1 < ring.length; i++) {
        const [a, b] = [ring[i]!, ring[i + 1]!];
        twice += (a[0]! - first[0]!) * (b[1]! - first[1]!) - (b[0]! - first[0]!) * (a[1]! - first[1]!);
      }
      const narrowing = Math.cos((first[1]! * Math.PI) / 180) / Math.cos((originLat * Math.PI) / 180);
      return (Math.abs(twice) / 2) * perLon * perLat * narrowing;
    },
  };
}

/** Length of a degree of longitude and of latitude on WGS 84, in metres, at a latitude in degrees. */
export function metresPerDegree(latitude: number): [lon: number, lat: number] {
  const phi = (latitude * Math.PI) / 180;
  return [
    111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi) - 0.0023 * Math.cos(6 * phi),
  ];
}
