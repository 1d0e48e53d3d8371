const RAD = Math.PI / 180;

/** Mean Earth radius used by the ITU-R P series, km. */
export const SPHERE_RADIUS_KM = 6371;

/** Angle between two points on a sphere in radians, exact for small and for antipodal distances. */
export function centralAngle(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const p1 = lat1 * RAD;
  const p2 = lat2 * RAD;
  const dl = (lon2 - lon1) * RAD;
  const c1 = Math.cos(p1);
  const c2 = Math.cos(p2);
  const s1 = Math.sin(p1);
  const s2 = Math.sin(p2);
  const x = c2 * Math.sin(dl);
  const y = c1 * s2 - s1 * c2 * Math.cos(dl);
  return Math.atan2(Math.hypot(x, y), s1 * s2 + c1 * c2 * Math.cos(dl));
}

/** Great-circle distance in kilometres on the sphere of radius 6371 km (degrees in, longitude first). */
export function greatCircleKm(lon1: number, lat1: number, lon2: number, lat2: number): number {
  return SPHERE_RADIUS_KM * centralAngle(lon1, lat1, lon2, lat2);
}

/** Initial bearing of the great circle from the first point, degrees from north, in [0, 360). */
export function greatCircleBearingDeg(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const dl = (lon2 - lon1) * RAD;
  const y = Math.sin(dl) * Math.cos(lat2 * RAD);
  const x =
    Math.cos(lat1 * RAD) * Math.sin(lat2 * RAD) - Math.sin(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.cos(dl);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

/**
 * Point `distanceKm` from the first point on the great circle towards the second: Rec. ITU-R P.2001 Attachment H,
 * where P.1812 and P.452 take the path centre from.
 *
 * @returns [longitude, latitude] in degrees
 */
export function pointOnGreatCircle(
  lon1: number,
  lat1: number,
  lon2: number,
  lat2: number,
  distanceKm: number,
): [number, number] {
  const bearing = greatCircleBearingDeg(lon1, lat1, lon2, lat2) * RAD;
  const angle = distanceKm / SPHERE_RADIUS_KM;
  const p1 = lat1 * RAD;
  const s = Math.sin(p1) * Math.cos(angle) + Math.cos(p1) * Math.sin(angle) * Math.cos(bearing);
  const lat = Math.asin(Math.min(1, Math.max(-1, s)));
  const lon =
    lon1 * RAD +
    Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(p1), Math.cos(angle) - Math.sin(p1) * s);
  return [wrapLongitude(lon / RAD), lat / RAD];
}

/** Longitude in [−180, 180). */
export function wrapLongitude(lon: number): number {
  const wrapped = (((lon + 180) % 360) + 360) % 360;
  return wrapped - 180;
}
