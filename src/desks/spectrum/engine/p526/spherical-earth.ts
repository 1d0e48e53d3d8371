import { firstTermLossDb, LAND, SEA } from './first-term.ts';

/** Ldft over a path of which the fraction `seaFraction` is sea: P.1812-8 eq. (28). */
function mixedFirstTermDb(
  frequencyGHz: number,
  distanceKm: number,
  radiusKm: number,
  txHeightM: number,
  rxHeightM: number,
  isVertical: boolean,
  seaFraction: number,
): number {
  let loss = 0;
  if (seaFraction < 1) {
    loss +=
      (1 - seaFraction) *
      firstTermLossDb(frequencyGHz, distanceKm, radiusKm, txHeightM, rxHeightM, isVertical, LAND);
  }
  if (seaFraction > 0) {
    loss +=
      seaFraction *
      firstTermLossDb(frequencyGHz, distanceKm, radiusKm, txHeightM, rxHeightM, isVertical, SEA);
  }
  return loss;
}

/**
 * Loss over a smooth Earth at any distance: the part of delta-Bullington that knows that the ground is round.
 *
 * @param frequencyGHz frequency, GHz
 * @param wavelengthM wavelength, m
 * @param distanceKm path length, km
 * @param radiusKm effective Earth radius a_p, km
 * @param txHeightM, rxHeightM heights over the smooth surface, m
 * @returns Ldsph ≥ 0 in dB: Rec. ITU-R P.526-15 §3.2, P.1812-8 eqs. (22)–(27).
 */
export function sphericalEarthLossDb(
  frequencyGHz: number,
  wavelengthM: number,
  distanceKm: number,
  radiusKm: number,
  txHeightM: number,
  rxHeightM: number,
  isVertical: boolean,
  seaFraction: number,
): number {
  const horizonKm = Math.sqrt(2 * radiusKm) * (Math.sqrt(0.001 * txHeightM) + Math.sqrt(0.001 * rxHeightM));
  if (distanceKm >= horizonKm) {
    return mixedFirstTermDb(
      frequencyGHz,
      distanceKm,
      radiusKm,
      txHeightM,
      rxHeightM,
      isVertical,
      seaFraction,
    );
  }
  const sum = txHeightM + rxHeightM;
  const c = (txHeightM - rxHeightM) / sum;
  const m = (250 * distanceKm * distanceKm) / (radiusKm * sum);
  const m1 = m + 1;
  const b =
    2 *
    Math.sqrt(m1 / (3 * m)) *
    Math.cos(Math.PI / 3 + Math.acos(((3 * c) / 2) * Math.sqrt((3 * m) / (m1 * m1 * m1))) / 3);
  const d1 = (distanceKm / 2) * (1 + b);
  const d2 = distanceKm - d1;
  const clearanceM =
    ((txHeightM - (500 * d1 * d1) / radiusKm) * d2 + (rxHeightM - (500 * d2 * d2) / radiusKm) * d1) /
    distanceKm;
  const requiredM = 17.456 * Math.sqrt((d1 * d2 * wavelengthM) / distanceKm);
  if (clearanceM > requiredM) return 0;
  const root = distanceKm / (Math.sqrt(txHeightM) + Math.sqrt(rxHeightM));
  const modifiedRadiusKm = 500 * root * root;
  const loss = mixedFirstTermDb(
    frequencyGHz,
    distanceKm,
    modifiedRadiusKm,
    txHeightM,
    rxHeightM,
    isVertical,
    seaFraction,
  );
  return loss < 0 ? 0 : (1 - clearanceM / requiredM) * loss;
}
