/** Gain of a half-wave dipole over an isotropic radiator, dB: e.i.r.p. = e.r.p. + 2.15 dB. */
export const DIPOLE_GAIN_DB = 2.15;

/** e.i.r.p. in dBW from transmitter power, feeder loss and gain. */
export function eirpDbW(powerDbW: number, feederLossDb: number, gainDbi: number): number {
  return powerDbW - feederLossDb + gainDbi;
}

export function erpFromEirpDbW(eirp: number): number {
  return eirp - DIPOLE_GAIN_DB;
}

export function eirpFromErpDbW(erp: number): number {
  return erp + DIPOLE_GAIN_DB;
}

/** Watts of a level in dBW, and back. */
export function wattsFromDbW(level: number): number {
  return 10 ** (level / 10);
}
export function dbWFromWatts(watts: number): number {
  return 10 * Math.log10(watts);
}

/**
 * The part of an emission's power that falls into a reference bandwidth, for a spectrum that is flat over its width.
 *
 * @returns dB to add to the level; 0 where the reference is wider than the emission
 */
export function bandwidthConversionDb(emissionKHz: number, referenceKHz: number): number {
  return Math.min(0, 10 * Math.log10(referenceKHz / emissionKHz));
}
