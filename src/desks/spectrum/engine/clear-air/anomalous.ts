import type { PathGeometry } from '../path/geometry.ts';
import { inlandFactor } from './beta0.ts';

/** Site shielding of one terminal, dB: P.1812-8 eq. (48), P.452-18 eq. (49). */
function shieldingDb(frequencyGHz: number, thetaMrad: number, horizonKm: number): number {
  const excess = thetaMrad - 0.1 * horizonKm;
  if (excess <= 0) return 0;
  return (
    20 * Math.log10(1 + 0.361 * excess * Math.sqrt(frequencyGHz * horizonKm)) +
    0.264 * excess * Math.cbrt(frequencyGHz)
  );
}

/** Over-sea coupling of one terminal, dB (never positive): P.1812-8 eq. (49), P.452-18 eq. (50). */
function seaCouplingDb(seaFraction: number, coastKm: number, horizonKm: number, heightM: number): number {
  if (seaFraction < 0.75 || coastKm > horizonKm || coastKm > 5) return 0;
  return -3 * Math.exp(-0.25 * coastKm * coastKm) * (1 + Math.tanh(0.07 * (50 - heightM)));
}

/**
 * Surface ducts and elevated layers: what carries a signal far beyond the horizon for a small part of the time.
 *
 * @param dct, dcr distances over land from the terminals to the coast along the path, km
 * @param beta0Percent β0, %
 * @returns Lba in dB without gaseous absorption: P.1812-8 §4.5 eqs. (46)–(58), P.452-18 §4.4
 */
export function anomalousLossDb(
  g: PathGeometry,
  frequencyGHz: number,
  timePercent: number,
  beta0Percent: number,
  seaFraction: number,
  dct: number,
  dcr: number,
  longestInlandKm: number,
): number {
  const f = frequencyGHz;
  const lowBand = f < 0.5 ? 45.375 - 137 * f + 92.5 * f * f : 0;
  const coupling =
    102.45 +
    20 * Math.log10(f * (g.dlt + g.dlr)) +
    lowBand +
    shieldingDb(f, g.thetaT, g.dlt) +
    shieldingDb(f, g.thetaR, g.dlr) +
    seaCouplingDb(seaFraction, dct, g.dlt, g.hts) +
    seaCouplingDb(seaFraction, dcr, g.dlr, g.hrs);

  const thetaT = Math.min(g.thetaT, 0.1 * g.dlt);
  const thetaR = Math.min(g.thetaR, 0.1 * g.dlr);
  const angle = (1000 * g.d) / g.ae + thetaT + thetaR;
  const specific = 5e-5 * g.ae * Math.cbrt(f);

  const tau = inlandFactor(longestInlandKm);
  const alpha = Math.max(-0.6 - 3.5e-9 * g.d ** 3.1 * tau, -3.4);
  const root = g.d / (Math.sqrt(g.hte) + Math.sqrt(g.hre));
  const mu2 = Math.min(((500 / g.ae) * root * root) ** alpha, 1);
  const dI = Math.min(g.d - g.dlt - g.dlr, 40);
  const mu3 = g.hm > 10 ? Math.exp(-4.6e-5 * (g.hm - 10) * (43 + 6 * dI)) : 1;
  const beta = beta0Percent * mu2 * mu3;
  const logBeta = Math.log10(beta);
  const gamma =
    (1.076 / (2.0058 - logBeta) ** 1.012) *
    Math.exp(-(9.51 - 4.8 * logBeta + 0.198 * logBeta * logBeta) * 1e-6 * g.d ** 1.13);
  const ratio = timePercent / beta;
  const variability = -12 + (1.2 + 3.7e-3 * g.d) * Math.log10(ratio) + 12 * ratio ** gamma;
  return coupling + specific * angle + variability;
}
