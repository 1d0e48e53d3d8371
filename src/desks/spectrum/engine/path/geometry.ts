/**
 * What a terrain profile amounts to between two antennas. One object is made per worker and written over for every
 * path, so that the hot loop allocates nothing. Symbols are those of P.1812-8 Attachment 1 / P.452-18 Appendix 2 to
 * Annex 1; slopes are metres per kilometre.
 */
export class PathGeometry {
  /** d, km */
  d = Number.NaN;
  /** antenna heights above mean sea level, m */
  hts = Number.NaN;
  hrs = Number.NaN;
  /** antenna heights above ground, m */
  htg = Number.NaN;
  hrg = Number.NaN;
  /** median effective Earth radius, km */
  ae = Number.NaN;
  isLineOfSight = false;
  /** horizon elevation angles and path angular distance, mrad */
  thetaT = Number.NaN;
  thetaR = Number.NaN;
  theta = Number.NaN;
  /** horizon distances, km */
  dlt = Number.NaN;
  dlr = Number.NaN;
  /** least-squares smooth surface at both ends, m */
  hst = Number.NaN;
  hsr = Number.NaN;
  /** the same, adjusted for the diffraction model, m */
  hstd = Number.NaN;
  hsrd = Number.NaN;
  /** the same, not above the terrain at the terminals (anomalous propagation), m */
  hstAnomalous = Number.NaN;
  hsrAnomalous = Number.NaN;
  /** effective heights for the anomalous-propagation model, m */
  hte = Number.NaN;
  hre = Number.NaN;
  /** terrain roughness, m */
  hm = Number.NaN;
  /** Bullington slopes over terrain with clutter for the median radius and for the β0 radius, m/km */
  slopeTx50 = Number.NaN;
  slopeRx50 = Number.NaN;
  slopeTxBeta = Number.NaN;
  slopeRxBeta = Number.NaN;
  /** greatest ν·√λ over the surface of a clear path for both radii, where the horizon search met it; else NaN */
  clearEdge50 = Number.NaN;
  clearEdgeBeta = Number.NaN;
  /** Stim over bare terrain for the median radius, m/km */
  terrainSlopeTx50 = Number.NaN;
  /** indices of the horizon points */
  horizonTx = 0;
  horizonRx = 0;
  /** least-squares sums ν1 (P.1812-8 eq. 83) and ν2 (eq. 84) */
  v1 = 0;
  v2 = 0;
  /** largest obstruction above the antenna-to-antenna line and its slopes from both ends (eqs. 87a–c) */
  hobs = 0;
  alphaT = 0;
  alphaR = 0;
}

/** A profile as the engine takes it: parallel arrays of which the first `count` entries count. */
export interface ProfileArrays {
  /** distance from the transmitter, km, ascending from 0 */
  distanceKm: Float64Array;
  /** terrain height above mean sea level, m */
  terrainM: Float64Array;
  /** terrain plus representative clutter, m; the terrain array itself where there is no clutter */
  surfaceM: Float64Array;
  count: number;
}
