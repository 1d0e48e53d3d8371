import { hcmAttenuationDb } from './hcm-code.ts';
import { type PatternTable, patternAttenuationDb } from './pattern-table.ts';
import { type Sector, sectorGainDbi } from './sector-f1336.ts';
import { tiltElectrically, tiltMechanically } from './tilt.ts';

/** Where an antenna points and how it radiates; without a pattern it radiates alike in every direction. */
export interface Antenna {
  /** direction of the main beam from north, degrees */
  readonly azimuthDeg?: number;
  readonly mechanicalTiltDeg?: number;
  readonly electricalTiltDeg?: number;
  readonly sector?: Sector;
  /** attenuation against azimuth and against elevation, each relative to the main beam */
  readonly horizontal?: PatternTable;
  readonly vertical?: PatternTable;
  /** HCM pattern codes, such as 000ND00 */
  readonly hcmHorizontal?: string;
  readonly hcmVertical?: string;
}

/**
 * How much less than its maximum an antenna radiates in a direction.
 *
 * @param azimuthDeg from north
 * @param elevationDeg above the horizon
 * @returns dB, never negative
 */
export function antennaAttenuationDb(antenna: Antenna, azimuthDeg: number, elevationDeg: number): number {
  const mechanical = tiltMechanically(
    { azimuthDeg: azimuthDeg - (antenna.azimuthDeg ?? 0), elevationDeg },
    antenna.mechanicalTiltDeg ?? 0,
  );
  const seen = tiltElectrically(mechanical, antenna.electricalTiltDeg ?? 0);
  if (antenna.sector !== undefined) {
    return antenna.sector.gainDbi - sectorGainDbi(antenna.sector, seen.azimuthDeg, seen.elevationDeg);
  }
  const across =
    antenna.horizontal === undefined ? 0 : patternAttenuationDb(antenna.horizontal, seen.azimuthDeg);
  const down = antenna.vertical === undefined ? 0 : patternAttenuationDb(antenna.vertical, seen.elevationDeg);
  const coded =
    (antenna.hcmHorizontal === undefined ? 0 : hcmAttenuationDb(antenna.hcmHorizontal, seen.azimuthDeg)) +
    (antenna.hcmVertical === undefined ? 0 : hcmAttenuationDb(antenna.hcmVertical, seen.elevationDeg));
  return across + down + coded;
}
