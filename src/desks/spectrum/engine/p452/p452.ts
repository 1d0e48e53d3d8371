import { anomalousLossDb } from '../clear-air/anomalous.ts';
import { anomalousTimePercent } from '../clear-air/beta0.ts';
import { betaInterpolation, combineMechanisms } from '../clear-air/combination.ts';
import { BETA_RADIUS_KM } from '../clear-air/effective-radius.ts';
import { focusingDb } from '../clear-air/focusing.ts';
import { deltaBullington } from '../p526/delta-bullington.ts';
import type { ProfileArrays } from '../path/geometry.ts';
import { measurePath } from '../path/measure-path.ts';
import type { P452Parameters, P452Result } from './result.ts';
import { troposcatterLossDb } from './troposcatter.ts';

/** Everything after the path has been measured. */
export function p452FromGeometry(profile: ProfileArrays, p: P452Parameters, out: P452Result): P452Result {
  const { geometry: g, median, beta, blend } = out;
  const f = p.frequencyGHz;
  const { isVertical, seaFraction } = p;
  const b0 = anomalousTimePercent(p.latitudeDeg, p.longestLandKm, p.longestInlandKm);
  out.b0 = b0;

  const slant = Math.sqrt(g.d * g.d + ((g.hts - g.hrs) / 1000) ** 2);
  out.Ag = p.gas.path * slant;
  out.Lbfsg = 92.4 + 20 * Math.log10(f * slant) + out.Ag;
  out.Lb0p = out.Lbfsg + focusingDb(g.dlt, g.dlr, p.timePercent);
  out.Lb0b = out.Lbfsg + focusingDb(g.dlt, g.dlr, b0);

  const lambda = 0.2998 / f;
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
  blend.Lbd50 = out.Lbfsg + median.Ld;
  blend.Lbd = out.Lb0p + blend.Ldp;

  out.Lbs = troposcatterLossDb(
    f,
    g.d,
    g.theta,
    p.surfaceN,
    p.timePercent,
    p.txGainDbi,
    p.rxGainDbi,
    p.gas.scatter * g.d,
  );
  out.Lba =
    p.gas.path * g.d +
    anomalousLossDb(g, f, p.timePercent, b0, seaFraction, p.dctKm, p.dcrKm, p.longestInlandKm);
  out.Lb = combineMechanisms(
    blend,
    p.timePercent,
    b0,
    out.Lb0p,
    out.Lb0b,
    out.Lba,
    out.Lbs,
    seaFraction,
    g.terrainSlopeTx50 - (g.hrs - g.hts) / g.d,
    g.d,
  );
  return out;
}

/**
 * Rec. ITU-R P.452-18: interference between stations on the surface of the Earth, 0.1 to 50 GHz, p from 0.001 to
 * 50 % of time, up to 10 000 km. Numbers are trusted; `checkP452` refuses bad ones at the border.
 */
export function p452(profile: ProfileArrays, parameters: P452Parameters, out: P452Result): P452Result {
  measurePath(profile, parameters.txHeightM, parameters.rxHeightM, parameters.deltaN, out.geometry);
  return p452FromGeometry(profile, parameters, out);
}
