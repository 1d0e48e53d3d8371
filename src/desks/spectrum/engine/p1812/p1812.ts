import { anomalousLossDb } from '../clear-air/anomalous.ts';
import { anomalousTimePercent } from '../clear-air/beta0.ts';
import { betaInterpolation, combineMechanisms } from '../clear-air/combination.ts';
import { BETA_RADIUS_KM } from '../clear-air/effective-radius.ts';
import { focusingDb } from '../clear-air/focusing.ts';
import { fieldFromLossDbuV } from '../p525/free-space.ts';
import { deltaBullington } from '../p526/delta-bullington.ts';
import type { ProfileArrays } from '../path/geometry.ts';
import { measurePath } from '../path/measure-path.ts';
import { lossForLocationsDb } from './location.ts';
import type { P1812Parameters, P1812Result } from './result.ts';
import { troposcatterLossDb } from './troposcatter.ts';

/** Wavelength as P.1812-8 rounds it: λ = 0.2998 / f. */
export function wavelengthM(frequencyGHz: number): number {
  return 0.2998 / frequencyGHz;
}

/** Everything after the path has been measured; a radial sweep enters here. */
export function p1812FromGeometry(profile: ProfileArrays, p: P1812Parameters, out: P1812Result): P1812Result {
  const { geometry: g, median, beta, blend } = out;
  const f = p.frequencyGHz;
  const b0 = anomalousTimePercent(p.latitudeDeg, p.longestLandKm, p.longestInlandKm);
  out.b0 = b0;

  const slant = Math.sqrt(g.d * g.d + ((g.hts - g.hrs) / 1000) ** 2);
  out.Lbfs = 92.4 + 20 * Math.log10(f * slant);
  out.Lb0p = out.Lbfs + focusingDb(g.dlt, g.dlr, p.timePercent);
  out.Lb0b = out.Lbfs + focusingDb(g.dlt, g.dlr, b0);

  const lambda = wavelengthM(f);
  const { isVertical, seaFraction } = p;
  deltaBullington(
    profile,
    g,
    g.ae,
    g.slopeTx50,
    g.slopeRx50,
    g.clearEdge50,
    f,
    lambda,
    isVertical,
    seaFraction,
    median,
  );
  deltaBullington(
    profile,
    g,
    BETA_RADIUS_KM,
    g.slopeTxBeta,
    g.slopeRxBeta,
    g.clearEdgeBeta,
    f,
    lambda,
    isVertical,
    seaFraction,
    beta,
  );
  blend.Fi = betaInterpolation(p.timePercent, b0);
  blend.Ldp = median.Ld + blend.Fi * (beta.Ld - median.Ld);
  blend.Lbd50 = out.Lbfs + median.Ld;
  blend.Lbd = out.Lb0p + blend.Ldp;

  out.Lbs = troposcatterLossDb(f, g.d, g.theta, p.surfaceN, p.timePercent);
  out.Lba = anomalousLossDb(g, f, p.timePercent, b0, seaFraction, p.dctKm, p.dcrKm, p.longestInlandKm);
  combineMechanisms(
    blend,
    p.timePercent,
    b0,
    out.Lb0p,
    out.Lb0b,
    out.Lba,
    out.Lbs,
    seaFraction,
    g.theta - 0.3,
    g.d,
  );
  out.Lb = lossForLocationsDb(out.Lb0p, blend.Lbc, p.locationPercent, p.locationDeviationDb);
  out.Ep = fieldFromLossDbuV(f, out.Lb);
  return out;
}

/**
 * Rec. ITU-R P.1812-8: basic transmission loss and field strength for point-to-area services, 30 MHz to 6 GHz,
 * 0.25 to about 3 000 km, p from 1 to 50 % of time. Numbers are trusted; `checkP1812` refuses bad ones at the border.
 */
export function p1812(profile: ProfileArrays, parameters: P1812Parameters, out: P1812Result): P1812Result {
  measurePath(profile, parameters.txHeightM, parameters.rxHeightM, parameters.deltaN, out.geometry);
  return p1812FromGeometry(profile, parameters, out);
}
