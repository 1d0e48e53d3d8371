import type { P452Result } from '../../desks/spectrum/engine/p452/result.ts';
import type { P1546Prediction } from '../../desks/spectrum/engine/p1546/predict.ts';
import type { P1812Result } from '../../desks/spectrum/engine/p1812/result.ts';

/** One intermediate value: the Recommendation's symbol, the number, the unit. */
export type Intermediate = readonly [symbol: string, value: number, unit: string];

/** Every intermediate of a result in the order in which the Recommendations come to them. */
export function intermediatesOf(result: P1812Result | P452Result): Intermediate[] {
  const { geometry: g, median, beta, blend } = result;
  const free: Intermediate = 'Lbfs' in result ? ['Lbfs', result.Lbfs, 'dB'] : ['Lbfsg', result.Lbfsg, 'dB'];
  const field: Intermediate[] = 'Ep' in result ? [['Ep', result.Ep, 'dBµV/m (1 kW e.r.p.)']] : [];
  return [
    ['d', g.d, 'km'],
    ['ae', g.ae, 'km'],
    ['β0', result.b0, '%'],
    ['hts', g.hts, 'm'],
    ['hrs', g.hrs, 'm'],
    ['θt', g.thetaT, 'mrad'],
    ['θr', g.thetaR, 'mrad'],
    ['θ', g.theta, 'mrad'],
    ['dlt', g.dlt, 'km'],
    ['dlr', g.dlr, 'km'],
    ['hst', g.hst, 'm'],
    ['hsr', g.hsr, 'm'],
    ['hstd', g.hstd, 'm'],
    ['hsrd', g.hsrd, 'm'],
    ['hte', g.hte, 'm'],
    ['hre', g.hre, 'm'],
    ['hm', g.hm, 'm'],
    free,
    ['Lb0p', result.Lb0p, 'dB'],
    ['Lb0β', result.Lb0b, 'dB'],
    ['Lbulla', median.Lbulla, 'dB'],
    ['Lbulls', median.Lbulls, 'dB'],
    ['Ldsph', median.Ldsph, 'dB'],
    ['Ld50', median.Ld, 'dB'],
    ['Ldβ', beta.Ld, 'dB'],
    ['Fi', blend.Fi, ''],
    ['Ldp', blend.Ldp, 'dB'],
    ['Lbd50', blend.Lbd50, 'dB'],
    ['Lbd', blend.Lbd, 'dB'],
    ['Lbs', result.Lbs, 'dB'],
    ['Lba', result.Lba, 'dB'],
    ['Fj', blend.Fj, ''],
    ['Fk', blend.Fk, ''],
    ['Lminb0p', blend.Lminb0p, 'dB'],
    ['Lminbap', blend.Lminbap, 'dB'],
    ['Lbda', blend.Lbda, 'dB'],
    ['Lbam', blend.Lbam, 'dB'],
    ['Lbc', blend.Lbc, 'dB'],
    ['Lb', result.Lb, 'dB'],
    ...field,
  ];
}

/** Every step of P.1546 in the order of its Annex 6. */
export function stepsOf(r: P1546Prediction): Intermediate[] {
  return [
    ['h1', r.h1, 'm'],
    ['θeff1', r.effectiveClearanceDeg, '°'],
    ['θtca', r.clearanceDeg, '°'],
    ['Emax', r.Emax, 'dBµV/m'],
    ['E', r.E, 'dBµV/m'],
    ['ν', r.tcaNu, ''],
    ['TCA', r.tcaDb, 'dB'],
    ['θs', r.thetaS, '°'],
    ['Ets', r.Ets, 'dBµV/m'],
    ["R2'", r.r2Prime, 'm'],
    ['h2', r.rxHeightDb, 'dB'],
    ['R1', r.txClutterDb, 'dB'],
    ['slope', r.slopeDb, 'dB'],
    ['E1kW', r.fieldDbuV, 'dBµV/m (1 kW e.r.p.)'],
    ['Lb', r.lossDb, 'dB'],
  ];
}
