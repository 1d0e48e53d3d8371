/**
 * One edge is the atom of every diffraction method used here.
 *
 * @param nu dimensionless diffraction parameter ν
 * @returns J(ν) in dB: Rec. ITU-R P.526-15 eq. (31), zero at and below ν = −0.78.
 */
export function knifeEdgeLossDb(nu: number): number {
  if (nu <= -0.78) return 0;
  const x = nu - 0.1;
  return 6.9 + 20 * Math.log10(Math.sqrt(x * x + 1) + x);
}

/**
 * ν of an edge that stands `clearanceM` above (positive) the line between two antennas.
 *
 * @param clearanceM height of the edge above the line, m
 * @param fromKm distance from the first antenna, km
 * @param toKm distance from the second antenna, km
 * @param wavelengthM wavelength, m
 * @returns ν, Rec. ITU-R P.526-15 eq. (26)
 */
export function diffractionParameter(
  clearanceM: number,
  fromKm: number,
  toKm: number,
  wavelengthM: number,
): number {
  return clearanceM * Math.sqrt((0.002 * (fromKm + toKm)) / (wavelengthM * fromKm * toKm));
}
