import { GeodesicRay, geodesicBetween } from '../../../../kernel/geo/geodesic.ts';
import { InputCheck } from '../input/propagation-input-error.ts';

/** A line on which fields are judged: the border itself, or a line x km inside the neighbour. */
export interface BorderLine {
  readonly name: string;
  readonly coordinates: readonly (readonly [number, number])[];
}

/** One place where the field of every station in range is computed. */
export interface BorderPoint {
  readonly line: string;
  /** kilometres from the beginning of the line */
  readonly atKm: number;
  readonly lon: number;
  readonly lat: number;
}

/**
 * Walks lines on WGS 84 geodesics and sets a point at every vertex and no further apart than `spacingKm` between.
 *
 * @throws PropagationInputError for a line of fewer than two vertices or a coordinate that is none
 */
export function pointsOnLines(lines: readonly BorderLine[], spacingKm: number): BorderPoint[] {
  const check = new InputCheck();
  check.range('/spacingKm', spacingKm, 0.01, 100, 'km');
  for (const [i, line] of lines.entries()) {
    if (line.coordinates.length < 2) {
      check.add(
        `/lines/${i}`,
        'profile-too-short',
        `has ${line.coordinates.length} vertices; at least 2 are needed.`,
      );
    }
    for (const [k, [lon, lat]] of line.coordinates.entries()) {
      check.range(`/lines/${i}/coordinates/${k}/0`, lon, -180, 180, '° longitude');
      check.range(`/lines/${i}/coordinates/${k}/1`, lat, -90, 90, '° latitude');
    }
  }
  check.refuse();
  const ray = new GeodesicRay();
  const points: BorderPoint[] = [];
  for (const { name, coordinates } of lines) {
    let atKm = 0;
    for (let i = 0; i + 1 < coordinates.length; i++) {
      const [lon1, lat1] = coordinates[i]!;
      const [lon2, lat2] = coordinates[i + 1]!;
      const leg = geodesicBetween(lon1, lat1, lon2, lat2);
      const km = leg.distanceM / 1000;
      if (km === 0) continue;
      const steps = Math.max(1, Math.ceil(km / spacingKm));
      ray.aim(lon1, lat1, leg.azimuthDeg);
      for (let k = 0; k < steps; k++) {
        ray.at((leg.distanceM * k) / steps);
        points.push({ line: name, atKm: atKm + (km * k) / steps, lon: ray.lon, lat: ray.lat });
      }
      atKm += km;
    }
    const [lon, lat] = coordinates.at(-1)!;
    points.push({ line: name, atKm, lon, lat });
  }
  return points;
}
