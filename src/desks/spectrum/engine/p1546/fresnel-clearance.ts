/**
 * Length of a path that just keeps 0.6 of the first Fresnel zone clear over a smooth Earth.
 *
 * @returns D06 of P.1546-6 Annex 5 §17, eq. (39), km, at least 0.001
 */
export function clearPathKm(frequencyMHz: number, h1: number, h2: number): number {
  const byFrequency = 0.0000389 * frequencyMHz * h1 * h2;
  const byHorizon = 4.1 * (Math.sqrt(h1) + Math.sqrt(h2));
  return Math.max((byFrequency * byHorizon) / (byFrequency + byHorizon), 0.001);
}
