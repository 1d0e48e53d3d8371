import { freeSpaceFieldDbuV } from './maximum-field.ts';
import { logInterpolate } from './tabulated-field.ts';

/** Antenna heights above ground, with terrain at both ends where it is known. */
interface Heights {
  readonly ha: number;
  readonly h2: number;
  readonly terrain?: { readonly txM: number; readonly rxM: number };
}

/** Length of the line between the antennas: P.1546-6 Annex 5 §14 eq. (37), km. */
export function slantKm(distanceKm: number, h: Heights): number {
  const rise = h.ha + (h.terrain?.txM ?? 0) - h.h2 - (h.terrain?.rxM ?? 0);
  return Math.sqrt(distanceKm * distanceKm + 1e-6 * rise * rise);
}

/** Field nearer than 1 km, from free space at 0.04 km to the curves at 1 km: §15 eq. (38), dB(µV/m). */
export function nearFieldDbuV(fieldAt1Km: number, distanceKm: number, h: Heights): number {
  const slant = slantKm(distanceKm, h);
  if (distanceKm <= 0.04) return freeSpaceFieldDbuV(slant);
  const near = slantKm(0.04, h);
  return logInterpolate(slant, near, freeSpaceFieldDbuV(near), slantKm(1, h), fieldAt1Km);
}
