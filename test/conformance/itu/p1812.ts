import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { predictP1812 } from '../../../src/desks/spectrum/engine/p1812/predict.ts';
import type { P1812Result } from '../../../src/desks/spectrum/engine/p1812/result.ts';
import { attempt, differences, type Ledger, type SetOutcome } from './outcome.ts';
import { readCells, readProfileFile, zoneName } from './profile-file.ts';

/** The log rows by `label|equation` and what the engine calls them. The row named Lbd prints Lbda in every file. */
function intermediates(r: P1812Result): readonly (readonly [string, number])[] {
  const { geometry: g, median: m, beta: t, blend: b } = r;
  return [
    ['d (km)|', g.d],
    ['dlt (km)|Eq (78)', g.dlt],
    ['dlr (km)|Eq (81a)', g.dlr],
    ['th_t (mrad)|Eqs (76-78)', g.thetaT],
    ['th_r (mrad)|Eqs (79-81)', g.thetaR],
    ['th (mrad)|Eq (82)', g.theta],
    ['hts (m)|', g.hts],
    ['hrs (m)|', g.hrs],
    ['b0 (%)|Eq (5)', r.b0],
    ['ae (km)|Eq (7a)', g.ae],
    ['hst (m)|Eq (85)', g.hst],
    ['hsr (m)|Eq (86)', g.hsr],
    ['hst (m)|Eq (90a)', g.hstAnomalous],
    ['hsr (m)|Eq (90b)', g.hsrAnomalous],
    ['hstd (m)|Eq (89)', g.hstd],
    ['hsrd (m)|Eq (89)', g.hsrd],
    ['htc (m)|Eq (37a)', g.hts - g.hstd],
    ['hrc (m)|Eq (37b)', g.hrs - g.hsrd],
    ['hte (m)|Eq (92a)', g.hte],
    ['hre (m)|Eq (92b)', g.hre],
    ['hm (m)|Eq (93)', g.hm],
    ['Fi|Eq (40)', b.Fi],
    ['Fj|Eq (57)', b.Fj],
    ['Fk|Eq (58)', b.Fk],
    ['Lbfs|Eq (8)', r.Lbfs],
    ['Lb0p|Eq (10)', r.Lb0p],
    ['Lb0b|Eq (11)', r.Lb0b],
    ['Lbulla (dB)|Eq (21)', t.Lbulla],
    ['Lbulls (dB)|Eq (21)', t.Lbulls],
    ['Ldsph (dB)|Eq (27)', t.Ldsph],
    ['Ld50 (dB)|Eq (39)', m.Ld],
    ['Ldb (dB)|Eq (39)', t.Ld],
    ['Ldp (dB)|Eq (41)', b.Ldp],
    ['Lbd50 (dB)|Eq (42)', b.Lbd50],
    ['Lbd (dB)|Eq (43)', b.Lbda],
    ['Lminb0p (dB)|Eq (59)', b.Lminb0p],
    ['Lba (dB)|Eq (46)', r.Lba],
    ['Lminbap (dB)|Eq (60)', b.Lminbap],
    ['Lbda (dB)|Eq (61)', b.Lbda],
    ['Lbam (dB)|Eq (62)', b.Lbam],
    ['Lbs (dB)|Eq (44)', r.Lbs],
    ['Lbc (dB)|Eq (63)', b.Lbc],
    ['Lb (dB)|Eq (69)', r.Lb],
    ['Ep (dBuV/m)|Eq (70)', r.Ep],
  ];
}

function verifyCase(dir: string, file: string, greatest: Ledger): string {
  const { rows } = readProfileFile(join(dir, 'validation_profiles', file.replace(/_\d+_log\.csv$/, '.csv')));
  const printed = new Map<string, string>();
  for (const row of readCells(join(dir, 'validation_results', file))) {
    printed.set(`${row[0]?.trim()}|${row[1]?.trim()}`, row.at(-2) ?? '');
  }
  const given = (label: string) => Number(printed.get(`${label}|`));
  const r = predictP1812({
    path: {
      distanceKm: rows.map((row) => row.distanceKm),
      terrainM: rows.map((row) => row.terrainM),
      clutterM: rows.map((row) => row.coverM),
      zone: rows.map((row) => zoneName(row.zone)),
    },
    frequencyGHz: given('f (GHz)'),
    timePercent: given('p (%)'),
    locationPercent: given('pL (%)'),
    locationDeviationDb: given('sigmaL (dB)'),
    txHeightM: given('htg (m)'),
    rxHeightM: given('hrg (m)'),
    polarisation: given('pol') === 2 ? 'vertical' : 'horizontal',
    deltaN: given('DN'),
    surfaceN: given('N0'),
    tx: [given('lam_t (deg)'), given('phi_t (deg)')],
    rx: [given('lam_r (deg)'), given('phi_r (deg)')],
    dctKm: given('dct (km)'),
    dcrKm: given('dcr (km)'),
  });
  const eirpDb = 10 * Math.log10(given('Ptx (kW)')) + given('Gtx (dBi)');
  const pairs = [
    ...intermediates(r),
    ['Ep (dBuV/m) w.r.t. Ptx|Gtx', r.Ep + eirpDb + given('Grx (dBi)')] as const,
  ].map(([key, value]) => [key, value, printed.get(key) ?? 'absent'] as const);
  return differences(pairs, 10, greatest);
}

/** Runs every P.1812 log file against the profile of its name, every printed intermediate included. */
export function verifyP1812(referenceDir: string): SetOutcome {
  const dir = join(referenceDir, 'p1812-8');
  const files = existsSync(dir) ? readdirSync(join(dir, 'validation_results')).sort() : [];
  const greatest: Ledger = new Map();
  const failures = files
    .map((name) => ({ name, detail: attempt(() => verifyCase(dir, name, greatest)) }))
    .filter((outcome) => outcome.detail !== '');
  return {
    set: 'ITU-R P.1812-8',
    passed: files.length - failures.length,
    total: files.length,
    failures,
    greatest,
  };
}
