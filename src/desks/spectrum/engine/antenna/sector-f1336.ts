/** Parameters of a sector antenna after Rec. ITU-R F.1336-5 recommends 3.1. */
export interface Sector {
  readonly gainDbi: number;
  /** 3 dB beamwidth in azimuth, degrees */
  readonly azimuthWidthDeg: number;
  /** 3 dB beamwidth in elevation, degrees; from gain and azimuth width where left out */
  readonly elevationWidthDeg?: number;
  /** peak side lobes (one interferer) or average (many); peak where left out */
  readonly sideLobes?: 'peak' | 'average';
}

const K_P = 0.7;
const K_H = 0.8;
const K_V = 0.7;

/** θ3 of a sector from its gain: F.1336-5 recommends 3.3, eq. (3). */
export function elevationWidthDeg(gainDbi: number, azimuthWidthDeg: number): number {
  return (31_000 * 10 ** (-0.1 * gainDbi)) / azimuthWidthDeg;
}

/** Relative reference pattern in azimuth, dB ≤ 0: eq. (2a3). */
function horizontalDb(x: number, floorDb: number): number {
  if (x <= 0.5) return -12 * x * x;
  const lambda = 3 * (1 - 0.5 ** -K_H);
  return Math.max(-12 * x ** (2 - K_H) - lambda, floorDb);
}

/** Relative reference pattern in elevation, dB ≤ 0: eq. (2a4) for peak, (2b) for average side lobes. */
function verticalDb(x: number, width: number, isPeak: boolean, floorDb: number): number {
  const offset = isPeak ? 12 : 15;
  const knee = Math.sqrt(isPeak ? 1 - 0.36 * K_V : 1.33 - 0.33 * K_V);
  if (x < knee) return -12 * x * x;
  if (x >= 90 / width) return floorDb;
  const lobe = -offset + 10 * Math.log10(x ** -1.5 + K_V);
  if (x < 4) return lobe;
  const c =
    (10 * Math.log10(((180 / width) ** 1.5 * (4 ** -1.5 + K_V)) / (1 + 8 * K_P))) / Math.log10(22.5 / width);
  const lambda = offset - c * Math.log10(4) - 10 * Math.log10(4 ** -1.5 + K_V);
  return -lambda - c * Math.log10(x);
}

/**
 * Gain of a sector antenna in any direction.
 *
 * @param azimuthDeg off the boresight, degrees
 * @param elevationDeg off the beam's elevation, degrees (tilt taken into account by the caller)
 * @returns dBi, never above `gainDbi`
 */
export function sectorGainDbi(sector: Sector, azimuthDeg: number, elevationDeg: number): number {
  const width = sector.elevationWidthDeg ?? elevationWidthDeg(sector.gainDbi, sector.azimuthWidthDeg);
  const isPeak = sector.sideLobes !== 'average';
  const floorDb = (isPeak ? -12 : -15) + 10 * Math.log10(1 + 8 * K_P) - 15 * Math.log10(180 / width);
  const off = Math.abs(((((azimuthDeg + 180) % 360) + 360) % 360) - 180);
  const across = horizontalDb(off / sector.azimuthWidthDeg, floorDb);
  const behind = horizontalDb(180 / sector.azimuthWidthDeg, floorDb);
  const compression = behind === 0 ? 1 : (across - behind) / (0 - behind);
  const down = verticalDb(Math.abs(elevationDeg) / width, width, isPeak, floorDb);
  return sector.gainDbi + Math.min(0, Math.max(across + compression * down, floorDb));
}
