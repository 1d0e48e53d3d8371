import type { PathGeometry, ProfileArrays } from '../path/geometry.ts';
import { bullingtonCorrectionDb, clearEdge, obstructedEdgeLossDb } from './bullington.ts';
import { knifeEdgeLossDb } from './knife-edge.ts';
import { smoothBullingtonLossDb } from './smooth-bullington.ts';
import { sphericalEarthLossDb } from './spherical-earth.ts';

/** The parts of one delta-Bullington evaluation, dB, under their symbols. */
export class DeltaBullington {
  Lbulla = Number.NaN;
  Lbulls = Number.NaN;
  Ldsph = Number.NaN;
  Ld = Number.NaN;
}

/**
 * Delta-Bullington: Bullington over the real terrain plus what a smooth Earth costs more than Bullington says.
 * Rec. ITU-R P.526-15 §4.5.2, P.1812-8 §4.3.4 (eq. 39), P.452-18 §4.2.3.
 *
 * @param slopeTx, slopeRx steepest slopes over the surface for this Earth radius, m/km
 * @param knownEdge greatest ν·√λ of a clear path where it is known already, else NaN
 */
export function deltaBullington(
  profile: ProfileArrays,
  g: PathGeometry,
  radiusKm: number,
  slopeTx: number,
  slopeRx: number,
  knownEdge: number,
  frequencyGHz: number,
  wavelengthM: number,
  isVertical: boolean,
  seaFraction: number,
  out: DeltaBullington,
): number {
  const { d, hts, hrs } = g;
  const edge =
    slopeTx < (hrs - hts) / d
      ? knifeEdgeLossDb(
          (Number.isNaN(knownEdge) ? clearEdge(profile, radiusKm, hts, hrs, d) : knownEdge) /
            Math.sqrt(wavelengthM),
        )
      : obstructedEdgeLossDb(slopeTx, slopeRx, hts, hrs, d, wavelengthM);
  out.Lbulla = bullingtonCorrectionDb(edge, d);
  const htep = hts - g.hstd;
  const hrep = hrs - g.hsrd;
  out.Lbulls = smoothBullingtonLossDb(profile, radiusKm, htep, hrep, d, wavelengthM);
  out.Ldsph = sphericalEarthLossDb(
    frequencyGHz,
    wavelengthM,
    d,
    radiusKm,
    htep,
    hrep,
    isVertical,
    seaFraction,
  );
  out.Ld = out.Lbulla + Math.max(out.Ldsph - out.Lbulls, 0);
  return out.Ld;
}
