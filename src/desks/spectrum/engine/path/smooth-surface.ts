import type { PathGeometry, ProfileArrays } from './geometry.ts';

/**
 * Fits the smooth Earth to the terrain and derives effective heights.
 * P.1812-8 §5.6 (eqs. 83–93), P.452-18 Appendix 2 §5.1.6.
 */
export function fitSmoothSurface(profile: ProfileArrays, g: PathGeometry): void {
  const { terrainM, count } = profile;
  const { d, v1, v2 } = g;
  const h1 = terrainM[0]!;
  const hn = terrainM[count - 1]!;
  g.hst = (2 * v1 * d - v2) / (d * d);
  g.hsr = (v2 - v1 * d) / (d * d);

  let adjustedT = g.hst;
  let adjustedR = g.hsr;
  if (g.hobs > 0) {
    const total = g.alphaT + g.alphaR;
    adjustedT -= (g.hobs * g.alphaT) / total;
    adjustedR -= (g.hobs * g.alphaR) / total;
  }
  g.hstd = Math.min(adjustedT, h1);
  g.hsrd = Math.min(adjustedR, hn);

  const hst = Math.min(g.hst, h1);
  const hsr = Math.min(g.hsr, hn);
  g.hstAnomalous = hst;
  g.hsrAnomalous = hsr;
  g.hte = g.htg + h1 - hst;
  g.hre = g.hrg + hn - hsr;
}

/** Slope m of the smooth surface that roughness and effective heights refer to, m/km: P.1812-8 eq. (91). */
export function smoothSlope(g: PathGeometry): number {
  return (g.hsrAnomalous - g.hstAnomalous) / g.d;
}

/** hm, the greatest height of terrain over the smooth surface between the horizons: P.1812-8 eq. (93). */
export function measureRoughness(profile: ProfileArrays, g: PathGeometry): void {
  const { terrainM, distanceKm } = profile;
  const slope = smoothSlope(g);
  let roughness = Number.NEGATIVE_INFINITY;
  const to = g.horizonRx;
  for (let i = g.horizonTx; i <= to; i++) {
    const above = terrainM[i]! - slope * distanceKm[i]!;
    if (above > roughness) roughness = above;
  }
  g.hm = roughness - g.hstAnomalous;
}
