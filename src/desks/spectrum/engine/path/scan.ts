import type { PathGeometry, ProfileArrays } from './geometry.ts';

/**
 * One pass over bare terrain collects every maximum and sum that any later formula asks for: the slopes of both
 * Bullington constructions, both horizons, the smooth-Earth sums and the obstruction (P.1812-8 eqs. 14, 16, 77, 80,
 * 83, 84, 87).
 *
 * @param radiusBetaKm effective Earth radius for β0
 */
export function scanTerrain(profile: ProfileArrays, g: PathGeometry, radiusBetaKm: number): void {
  const { distanceKm, terrainM, count } = profile;
  const last = count - 1;
  const d = distanceKm[last]!;
  const hts = g.hts;
  const hrs = g.hrs;
  const bulge50 = 500 / g.ae;
  const bulgeBeta = 500 / radiusBetaKm;
  const rise = (hrs - hts) / d;
  let tx50 = Number.NEGATIVE_INFINITY;
  let txBeta = Number.NEGATIVE_INFINITY;
  let txFlat = Number.NEGATIVE_INFINITY;
  let rx50 = Number.NEGATIVE_INFINITY;
  let rxBeta = Number.NEGATIVE_INFINITY;
  let rxFlat = Number.NEGATIVE_INFINITY;
  let obstruction = Number.NEGATIVE_INFINITY;
  let v1 = 0;
  let v2 = 0;
  let horizonTx = 1;
  let horizonRx = 1;
  let previousD = distanceKm[0]!;
  let previousH = terrainM[0]!;
  for (let i = 1; i < last; i++) {
    const di = distanceKm[i]!;
    const hi = terrainM[i]!;
    const step = di - previousD;
    v1 += step * (hi + previousH);
    v2 += step * (hi * (2 * di + previousD) + previousH * (di + 2 * previousD));
    previousD = di;
    previousH = hi;
    const up = hi - hts;
    const fromTx = up / di;
    if (fromTx > txFlat) txFlat = fromTx;
    const fromTx50 = fromTx - bulge50 * di;
    if (fromTx50 > tx50) {
      tx50 = fromTx50;
      horizonTx = i;
    }
    const fromTxBeta = fromTx - bulgeBeta * di;
    if (fromTxBeta > txBeta) txBeta = fromTxBeta;
    const fromRx = (hi - hrs) / (d - di);
    if (fromRx > rxFlat) rxFlat = fromRx;
    const fromRx50 = fromRx + bulge50 * di;
    if (fromRx50 > rx50) {
      rx50 = fromRx50;
      horizonRx = i;
    }
    const fromRxBeta = fromRx + bulgeBeta * di;
    if (fromRxBeta > rxBeta) rxBeta = fromRxBeta;
    const above = up - rise * di;
    if (above > obstruction) obstruction = above;
  }
  const endStep = d - previousD;
  const hn = terrainM[last]!;
  g.v1 = v1 + endStep * (hn + previousH);
  g.v2 = v2 + endStep * (hn * (2 * d + previousD) + previousH * (d + 2 * previousD));
  g.d = d;
  g.slopeTx50 = tx50 + bulge50 * d;
  g.terrainSlopeTx50 = g.slopeTx50;
  g.slopeTxBeta = txBeta + bulgeBeta * d;
  g.slopeRx50 = rx50;
  g.slopeRxBeta = rxBeta;
  g.alphaT = txFlat - rise;
  g.alphaR = rxFlat + rise;
  g.hobs = obstruction;
  g.horizonTx = horizonTx;
  g.horizonRx = horizonRx;
}

/** The Bullington slopes alone, over terrain with clutter: P.1812-8 eqs. (14) and (16). */
export function scanSurface(profile: ProfileArrays, g: PathGeometry, radiusBetaKm: number): void {
  const { distanceKm, surfaceM, count } = profile;
  const last = count - 1;
  const d = distanceKm[last]!;
  const hts = g.hts;
  const hrs = g.hrs;
  const bulge50 = 500 / g.ae;
  const bulgeBeta = 500 / radiusBetaKm;
  let tx50 = Number.NEGATIVE_INFINITY;
  let txBeta = Number.NEGATIVE_INFINITY;
  let rx50 = Number.NEGATIVE_INFINITY;
  let rxBeta = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < last; i++) {
    const di = distanceKm[i]!;
    const hi = surfaceM[i]!;
    const fromTx = (hi - hts) / di;
    const fromRx = (hi - hrs) / (d - di);
    const curve50 = bulge50 * di;
    const curveBeta = bulgeBeta * di;
    if (fromTx - curve50 > tx50) tx50 = fromTx - curve50;
    if (fromTx - curveBeta > txBeta) txBeta = fromTx - curveBeta;
    if (fromRx + curve50 > rx50) rx50 = fromRx + curve50;
    if (fromRx + curveBeta > rxBeta) rxBeta = fromRx + curveBeta;
  }
  g.slopeTx50 = tx50 + bulge50 * d;
  g.slopeTxBeta = txBeta + bulgeBeta * d;
  g.slopeRx50 = rx50;
  g.slopeRxBeta = rxBeta;
}
