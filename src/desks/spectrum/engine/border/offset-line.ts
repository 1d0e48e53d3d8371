import { GeodesicRay, geodesicBetween } from '../../../../kernel/geo/geodesic.ts';
import type { BorderLine } from './border-points.ts';

/**
 * The x-km line of an agreement: every point of the border moved square to it, and only points kept that are no
 * nearer than x to any part of the border, so that bends do not fold the line back on itself.
 *
 * @param offsetKm to the left of the line's direction where negative, to the right where positive
 * @param spacingKm distance of the vertices along the border
 */
export function offsetLine(line: BorderLine, offsetKm: number, spacingKm = 0.5): BorderLine {
  const ray = new GeodesicRay();
  const base: [number, number][] = [];
  const moved: [number, number][] = [];
  const side = offsetKm < 0 ? -90 : 90;
  const distanceM = Math.abs(offsetKm) * 1000;
  for (let i = 0; i + 1 < line.coordinates.length; i++) {
    const [lon1, lat1] = line.coordinates[i]!;
    const [lon2, lat2] = line.coordinates[i + 1]!;
    const leg = geodesicBetween(lon1, lat1, lon2, lat2);
    if (leg.distanceM === 0) continue;
    const steps = Math.max(1, Math.ceil(leg.distanceM / 1000 / spacingKm));
    for (let k = 0; k <= steps; k++) {
      ray.aim(lon1, lat1, leg.azimuthDeg).at((leg.distanceM * k) / steps);
      const at: [number, number] = [ray.lon, ray.lat];
      const onward = k === steps ? leg.finalAzimuthDeg : geodesicBetween(at[0], at[1], lon2, lat2).azimuthDeg;
      base.push(at);
      ray.aim(at[0], at[1], onward + side).at(distanceM);
      moved.push([ray.lon, ray.lat]);
    }
  }
  const kept = moved.filter(([lon, lat]) =>
    base.every(([x, y]) => {
      // a degree of latitude is 111 km: the costly distance is asked only of near points
      if (Math.abs(lat - y) * 110 > Math.abs(offsetKm)) return true;
      return geodesicBetween(lon, lat, x, y).distanceM > distanceM * 0.995;
    }),
  );
  return { name: `${line.name} ${offsetKm} km`, coordinates: kept };
}
