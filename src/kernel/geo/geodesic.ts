const RAD = Math.PI / 180;

/** WGS 84: semi-major axis in metres, flattening, semi-minor axis in metres. */
export const WGS84_A = 6_378_137;
export const WGS84_F = 1 / 298.257223563;
export const WGS84_B = WGS84_A * (1 - WGS84_F);

/** A geodesic between two points of the ellipsoid: length and azimuths. */
export interface Geodesic {
  /** metres */
  readonly distanceM: number;
  /** azimuth at the first point, degrees clockwise from north */
  readonly azimuthDeg: number;
  /** azimuth of travel at the second point, degrees clockwise from north */
  readonly finalAzimuthDeg: number;
}

/** Vincenty's A and B for u², the coefficients of the arc-length series. */
function seriesA(u2: number): number {
  return 1 + (u2 / 16384) * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
}
function seriesB(u2: number): number {
  return (u2 / 1024) * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
}
function deltaSigma(b: number, sinS: number, cosS: number, cos2M: number): number {
  return (
    b *
    sinS *
    (cos2M +
      (b / 4) *
        (cosS * (-1 + 2 * cos2M * cos2M) -
          (b / 6) * cos2M * (-3 + 4 * sinS * sinS) * (-3 + 4 * cos2M * cos2M)))
  );
}
/** Longitude difference on the auxiliary sphere less the one on the ellipsoid. */
function longitudeCorrection(
  sinAlpha: number,
  cos2Alpha: number,
  sigma: number,
  sinS: number,
  cosS: number,
  cos2M: number,
): number {
  const c = (WGS84_F / 16) * cos2Alpha * (4 + WGS84_F * (4 - 3 * cos2Alpha));
  return (1 - c) * WGS84_F * sinAlpha * (sigma + c * sinS * (cos2M + c * cosS * (-1 + 2 * cos2M * cos2M)));
}

/**
 * Distance and azimuths between two points on WGS 84 by Vincenty's inverse formula (to 0.5 mm). Degrees, longitude
 * first.
 *
 * @throws RangeError for nearly antipodal points, where the formula does not converge
 */
export function geodesicBetween(lon1: number, lat1: number, lon2: number, lat2: number): Geodesic {
  const u1 = Math.atan((1 - WGS84_F) * Math.tan(lat1 * RAD));
  const u2 = Math.atan((1 - WGS84_F) * Math.tan(lat2 * RAD));
  const l = (((((lon2 - lon1 + 180) % 360) + 360) % 360) - 180) * RAD;
  const s1 = Math.sin(u1);
  const c1 = Math.cos(u1);
  const s2 = Math.sin(u2);
  const c2 = Math.cos(u2);
  let lambda = l;
  for (let i = 0; i < 200; i++) {
    const sinL = Math.sin(lambda);
    const cosL = Math.cos(lambda);
    const x = c2 * sinL;
    const y = c1 * s2 - s1 * c2 * cosL;
    const sinS = Math.hypot(x, y);
    if (sinS === 0) return { distanceM: 0, azimuthDeg: 0, finalAzimuthDeg: 0 };
    const cosS = s1 * s2 + c1 * c2 * cosL;
    const sigma = Math.atan2(sinS, cosS);
    const sinAlpha = (c1 * c2 * sinL) / sinS;
    const cos2Alpha = 1 - sinAlpha * sinAlpha;
    const cos2M = cos2Alpha > 1e-15 ? cosS - (2 * s1 * s2) / cos2Alpha : 0;
    const next = l + longitudeCorrection(sinAlpha, cos2Alpha, sigma, sinS, cosS, cos2M);
    if (Math.abs(next - lambda) < 1e-12) {
      const square = (cos2Alpha * (WGS84_A ** 2 - WGS84_B ** 2)) / WGS84_B ** 2;
      return {
        distanceM: WGS84_B * seriesA(square) * (sigma - deltaSigma(seriesB(square), sinS, cosS, cos2M)),
        azimuthDeg: (Math.atan2(x, y) / RAD + 360) % 360,
        finalAzimuthDeg: (Math.atan2(c1 * sinL, -s1 * c2 + c1 * s2 * cosL) / RAD + 360) % 360,
      };
    }
    lambda = next;
  }
  throw new RangeError(`the points ${lon1},${lat1} and ${lon2},${lat2} are nearly antipodal`);
}

/** A start and an azimuth, prepared so that many points of one geodesic cost little. */
export class GeodesicRay {
  #lon = 0;
  #s1 = 0;
  #c1 = 0;
  #sinAzimuth = 0;
  #cosAzimuth = 0;
  #sigma1 = 0;
  #sinAlpha = 0;
  #cos2Alpha = 0;
  #a = 1;
  #b = 0;
  /** result of the last `at`: degrees; the longitude is not wrapped, so a ray stays continuous */
  lon = 0;
  lat = 0;

  /** Aims from a point (degrees) along an azimuth (degrees from north). */
  aim(lon: number, lat: number, azimuthDeg: number): this {
    const tanU = (1 - WGS84_F) * Math.tan(lat * RAD);
    this.#lon = lon;
    this.#c1 = 1 / Math.sqrt(1 + tanU * tanU);
    this.#s1 = tanU * this.#c1;
    this.#sinAzimuth = Math.sin(azimuthDeg * RAD);
    this.#cosAzimuth = Math.cos(azimuthDeg * RAD);
    this.#sigma1 = Math.atan2(tanU, this.#cosAzimuth);
    this.#sinAlpha = this.#c1 * this.#sinAzimuth;
    this.#cos2Alpha = 1 - this.#sinAlpha * this.#sinAlpha;
    const square = (this.#cos2Alpha * (WGS84_A ** 2 - WGS84_B ** 2)) / WGS84_B ** 2;
    this.#a = seriesA(square);
    this.#b = seriesB(square);
    return this;
  }

  /** Moves `lon` and `lat` to the point `distanceM` metres along: Vincenty's direct formula. */
  at(distanceM: number): this {
    const base = distanceM / (WGS84_B * this.#a);
    let sigma = base;
    let sinS = 0;
    let cosS = 1;
    let cos2M = 0;
    for (let i = 0; i < 20; i++) {
      cos2M = Math.cos(2 * this.#sigma1 + sigma);
      sinS = Math.sin(sigma);
      cosS = Math.cos(sigma);
      const next = base + deltaSigma(this.#b, sinS, cosS, cos2M);
      const isDone = Math.abs(next - sigma) < 1e-13;
      sigma = next;
      if (isDone) break;
    }
    sinS = Math.sin(sigma);
    cosS = Math.cos(sigma);
    cos2M = Math.cos(2 * this.#sigma1 + sigma);
    const s1 = this.#s1;
    const c1 = this.#c1;
    const ca = this.#cosAzimuth;
    const t = s1 * sinS - c1 * cosS * ca;
    this.lat = Math.atan2(s1 * cosS + c1 * sinS * ca, (1 - WGS84_F) * Math.hypot(this.#sinAlpha, t)) / RAD;
    const lambda = Math.atan2(sinS * this.#sinAzimuth, c1 * cosS - s1 * sinS * ca);
    const correction = longitudeCorrection(this.#sinAlpha, this.#cos2Alpha, sigma, sinS, cosS, cos2M);
    this.lon = this.#lon + (lambda - correction) / RAD;
    return this;
  }
}
