/**
 * Free space is the yardstick against which every other loss is added.
 *
 * @param frequencyMHz carrier frequency, MHz
 * @param distanceKm distance between the antennas, km
 * @returns basic transmission loss in dB, Rec. ITU-R P.525-4 eq. (6), with the exact velocity of light.
 */
export function freeSpaceLossDb(frequencyMHz: number, distanceKm: number): number {
  return 20 * Math.log10((4 * Math.PI * distanceKm * frequencyMHz * 1e9) / 299_792_458);
}

/**
 * Field strength of a given e.i.r.p. in free space.
 *
 * @param eirpDbW e.i.r.p. in dBW
 * @param distanceKm distance, km
 * @returns dB(µV/m), Rec. ITU-R P.525-4 eq. (3): E = 74.8 + eirp − 20 log d.
 */
export function freeSpaceFieldDbuV(eirpDbW: number, distanceKm: number): number {
  return 10 * Math.log10(30) + 60 + eirpDbW - 20 * Math.log10(distanceKm);
}

/** Field strength in dB(µV/m) of 1 kW e.r.p. for a basic transmission loss: P.1812-8 eq. (70). */
export function fieldFromLossDbuV(frequencyGHz: number, lossDb: number): number {
  return 199.36 + 20 * Math.log10(frequencyGHz) - lossDb;
}
