import type { MultiPolygon, Position } from 'geojson';

/** Mean radius of the Earth (IUGG), km. */
const radiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Area on the sphere in km²; within half a percent of the ellipsoid. */
export function areaKm2({ coordinates }: MultiPolygon): number {
  const total = coordinates.flat().reduce((sum, ring) => sum + ringKm2(ring), 0);
  return Math.round(Math.abs(total));
}

/** Length of lines along great circles, km. */
export function lengthKm(lines: readonly (readonly Position[])[]): number {
  let total = 0;
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i++) total += distanceKm(line[i]!, line[i + 1]!);
  return total;
}

/** Great-circle distance, km. */
export function distanceKm(a: Position, b: Position): number {
  const [phi1, phi2] = [a[1]! * radians, b[1]! * radians];
  const half = Math.sin((phi2 - phi1) / 2) ** 2;
  const across = Math.sin(((b[0]! - a[0]!) * radians) / 2) ** 2;
  return 2 * radiusKm * Math.asin(Math.sqrt(half + Math.cos(phi1) * Math.cos(phi2) * across));
}

function ringKm2(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    sum += (b[0]! - a[0]!) * radians * (2 + Math.sin(a[1]! * radians) + Math.sin(b[1]! * radians));
  }
  return (-sum * radiusKm * radiusKm) / 2;
}
