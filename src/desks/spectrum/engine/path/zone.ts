/** Radio-climatic zone codes of a profile point, as the ITU-R SG 3 profile files number them. */
export const ZONE_SEA = 1;
export const ZONE_COASTAL = 3;
export const ZONE_INLAND = 4;

/** What the zones along a path amount to: P.1812-8 §3.6 / Table 5, P.452-18 §3.2.1 and Table 3. */
export interface ZoneExtent {
  /** dtm: longest continuous land (inland and coastal) section, km */
  longestLandKm: number;
  /** dlm: longest continuous inland section, km */
  longestInlandKm: number;
  /** ω: fraction of the path over water */
  seaFraction: number;
}

/**
 * Walks the zones once; a change of zone lies half-way between the two points that disagree.
 *
 * @param distanceKm distances of the points, ascending
 * @param zone codes 1 sea, 3 coastal land, 4 inland
 * @param count number of points used
 */
export function measureZones(
  distanceKm: Float64Array,
  zone: Uint8Array,
  count: number,
  out: ZoneExtent,
): ZoneExtent {
  let land = 0;
  let inland = 0;
  let sea = 0;
  let longestLand = 0;
  let longestInland = 0;
  for (let i = 0; i < count; i++) {
    const here = distanceKm[i]!;
    const from = i === 0 ? here : (distanceKm[i - 1]! + here) / 2;
    const to = i === count - 1 ? here : (here + distanceKm[i + 1]!) / 2;
    const code = zone[i]!;
    if (code === ZONE_SEA) {
      sea += to - from;
      land = 0;
      inland = 0;
    } else {
      land += to - from;
      if (land > longestLand) longestLand = land;
      inland = code === ZONE_INLAND ? inland + to - from : 0;
      if (inland > longestInland) longestInland = inland;
    }
  }
  out.longestLandKm = longestLand;
  out.longestInlandKm = longestInland;
  out.seaFraction = sea / (distanceKm[count - 1]! - distanceKm[0]!);
  return out;
}
