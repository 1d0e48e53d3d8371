import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClutterKind } from '../../../src/desks/spectrum/engine/p1546/corrections.ts';
import { predictP1546 } from '../../../src/desks/spectrum/engine/p1546/predict.ts';
import { attempt, differences, type Ledger, type SetOutcome } from './outcome.ts';
import { type ProfileRow, readCells, readProfileFile, zoneName } from './profile-file.ts';

const CLUTTER: Readonly<Record<string, ClutterKind>> = {
  Sea: 'sea',
  Rural: 'open',
  Suburban: 'suburban',
  Urban: 'urban',
  'Dense Urban': 'dense-urban',
};

/** The kind that a log names; a receiver by the sea is written with both words, and the sea decides. */
function clutterOf(printed: string): ClutterKind {
  const name = printed.trim();
  return CLUTTER[name] ?? (/sea/i.test(name) ? 'sea' : 'open');
}

/** The transmitting or base end first: a file that says its first point is R is turned round. */
function fromTransmitter(rows: readonly ProfileRow[], firstPoint: string): ProfileRow[] {
  if (firstPoint !== 'R') return [...rows];
  const length = rows.at(-1)!.distanceKm;
  return rows.toReversed().map((row) => ({ ...row, distanceKm: length - row.distanceKm }));
}

function verifyCase(dir: string, file: string, greatest: Ledger): string {
  const profile = readProfileFile(join(dir, 'validation_profiles', file.replace(/_\d+_log\.csv$/, '.csv')));
  const firstPoint = profile.cells.find((line) => line[0]?.startsWith('First Point'))?.[1]?.trim() ?? 'T';
  const rows = fromTransmitter(profile.rows, firstPoint);
  const log = readCells(join(dir, 'validation_results', file));
  const printed = (label: string) => log.find((line) => line[0]?.startsWith(label))?.[3] ?? 'absent';
  const given = (label: string) => Number(printed(label));
  const r = predictP1546({
    path: {
      distanceKm: rows.map((row) => row.distanceKm),
      terrainM: rows.map((row) => row.terrainM),
      zone: rows.map((row) => zoneName(row.zone)),
    },
    frequencyMHz: given('Frequency f'),
    timePercent: given('Percentage time'),
    locationPercent: given('Percentage location'),
    locationDeviationDb: 0,
    txHeightM: given('Tx antenna height a. g.'),
    rxHeightM: given('Rx antenna height a. g.'),
    txClutterM: given('Tx clutter height'),
    rxClutterM: given('Rx clutter height'),
    clutter: clutterOf(printed('Rx clutter type')),
  });
  const power = given('Tx Power');
  const steps = differences(
    [
      ['h1', r.h1, printed('Tx antenna height h1')],
      ['Emax', r.Emax, printed('Maximum field strength')],
      ['E', r.E, printed('Field strength (dBuV/m)')],
      ['TCA nu', r.tcaNu, printed('TCA nu')],
      ['TCA correction', r.tcaDb, printed('TCA correction')],
      ['theta_eff1', r.effectiveClearanceDeg, printed('Tx effective TCA')],
      ['tca', r.clearanceDeg, printed('Terrain clearance angle')],
      ['theta_s', r.thetaS, printed('Path scattering')],
      ['Ets', r.Ets, printed('Trop. Scatt.')],
      ["R2'", r.r2Prime, printed('Rx repr. clutter')],
      ['Rx height correction', r.rxHeightDb, printed('Rx antenna height correction')],
      ['Tx clutter correction', r.txClutterDb, printed('Tx clutter correction')],
      ['slope correction', r.slopeDb, printed('Rx slope-path')],
    ],
    6,
    greatest,
  );
  // the file gives the transmitter power with six digits; the field for it is held to the exact power of its profile
  const results = differences(
    [
      ['E for 1 kW', r.fieldDbuV, printed('Resulting field strength for Ptx')],
      ['loss', r.lossDb, printed('Resulting basic transmission loss')],
    ],
    10,
    greatest,
  );
  const given10 = r.fieldDbuV + 10 * Math.log10(power);
  const powered =
    Math.abs(given10 - given('Resulting field strength for given')) < 2e-5 ? '' : `E for PTx ${given10}`;
  return [steps, results, powered].filter((text) => text !== '').join('; ');
}

/** Runs every P.1546 log file against the profile of its name, every printed step included. */
export function verifyP1546(referenceDir: string): SetOutcome {
  const dir = join(referenceDir, 'p1546-6');
  const files = existsSync(dir) ? readdirSync(join(dir, 'validation_results')).sort() : [];
  const greatest: Ledger = new Map();
  const failures = files
    .map((name) => ({ name, detail: attempt(() => verifyCase(dir, name, greatest)) }))
    .filter((outcome) => outcome.detail !== '');
  return {
    set: 'ITU-R P.1546-6',
    passed: files.length - failures.length,
    total: files.length,
    failures,
    greatest,
  };
}
