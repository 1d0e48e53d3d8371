import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { preparePath } from '../../../src/desks/spectrum/engine/input/path-input.ts';
import { predictP452 } from '../../../src/desks/spectrum/engine/p452/predict.ts';
import { attempt, differences, type Ledger, type SetOutcome } from './outcome.ts';
import { readCells } from './profile-file.ts';

const ZONES: Readonly<Record<string, string>> = { A1: 'coastal', A2: 'inland', B: 'sea' };

function readPath(file: string) {
  const rows = readCells(file).slice(1);
  return {
    distanceKm: rows.map((row) => Number(row[0])),
    terrainM: rows.map((row) => Number(row[1])),
    clutterM: rows.map((row) => Number(row[2])),
    zone: rows.map((row) => ZONES[row[3]?.trim() ?? ''] ?? `code ${row[3]}`),
  };
}

function verifyRow(
  path: ReturnType<typeof readPath>,
  header: readonly string[],
  row: readonly string[],
  greatest: Ledger,
): string {
  const text = (name: string) => row[header.indexOf(name)] ?? 'absent';
  const given = (name: string) => Number(text(name));
  const { zones } = preparePath(path, 0.05);
  // ΔN stands in the file with six decimals, ae with ten digits: ΔN is taken from ae, which tells it more exactly.
  const deltaN = 157 * (1 - 6371 / given('ae'));
  const r = predictP452({
    path,
    frequencyGHz: given('f (GHz)'),
    timePercent: given('p (%)'),
    txHeightM: given('htg (m)'),
    rxHeightM: given('hrg (m)'),
    tx: [given('phit_e (deg)'), given('phit_n (deg)')],
    rx: [given('phir_e (deg)'), given('phir_n (deg)')],
    txGainDbi: given('Gt (dBi)'),
    rxGainDbi: given('Gr (dBi)'),
    polarisation: given('pol (1-h/2-v)') === 2 ? 'vertical' : 'horizontal',
    dctKm: given('dct (km)'),
    dcrKm: given('dcr (km)'),
    pressureHPa: given('press (hPa)'),
    temperatureC: given('temp (deg C)'),
    deltaN,
    surfaceN: given('N0'),
  });
  const { geometry: g, median, blend } = r;
  const values: readonly (readonly [string, number])[] = [
    ['DN', deltaN],
    ['ae', g.ae],
    ['dtot', g.d],
    ['hts', g.hts],
    ['hrs', g.hrs],
    ['theta_t', g.thetaT],
    ['theta_r', g.thetaR],
    ['theta', g.theta],
    ['hm', g.hm],
    ['hte', g.hte],
    ['hre', g.hre],
    ['hstd', g.hstd],
    ['hsrd', g.hsrd],
    ['dlt', g.dlt],
    ['dlr', g.dlr],
    ['dtm', zones.longestLandKm],
    ['dlm', zones.longestInlandKm],
    ['b0', r.b0],
    ['omega', zones.seaFraction],
    ['Lb', r.Lb],
    ['Lbfsg', r.Lbfsg],
    ['Lb0p', r.Lb0p],
    ['Lb0b', r.Lb0b],
    ['Ldsph', median.Ldsph],
    ['Ld50', median.Ld],
    ['Ldp', blend.Ldp],
    ['Lbs', r.Lbs],
    ['Lba', r.Lba],
  ];
  const bad = differences(
    values.map(([name, value]) => [name, value, text(name)] as const),
    10,
    greatest,
  );
  const kind = g.isLineOfSight ? 'Line of Sight' : 'Trans-Horizon';
  return text('path') === kind ? bad : `${bad} path is ${kind} instead of ${text('path')}`.trim();
}

/** Runs every row of every P.452 result file against the profile of the same file name. */
export function verifyP452(referenceDir: string): SetOutcome {
  const dir = join(referenceDir, 'p452-18');
  const failures: { name: string; detail: string }[] = [];
  const greatest: Ledger = new Map();
  let total = 0;
  for (const file of existsSync(dir) ? readdirSync(join(dir, 'results')).sort() : []) {
    const path = readPath(join(dir, 'profiles', file.replace('test_result_', 'test_profile_')));
    const [header = [], ...rows] = readCells(join(dir, 'results', file));
    for (const [index, row] of rows.entries()) {
      total++;
      const detail = attempt(() => verifyRow(path, header, row, greatest));
      if (detail !== '') failures.push({ name: `${file} row ${index + 1}`, detail });
    }
  }
  return { set: 'ITU-R P.452-18', passed: total - failures.length, total, failures, greatest };
}
