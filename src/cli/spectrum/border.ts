import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { pointsOnLines } from '../../desks/spectrum/engine/border/border-points.ts';
import { offsetLine } from '../../desks/spectrum/engine/border/offset-line.ts';
import { screenBorder } from '../../desks/spectrum/engine/border/screening.ts';
import type { BorderField, StationOutcome } from '../../desks/spectrum/engine/border/screening-task.ts';
import { checkStations } from '../../desks/spectrum/engine/border/station.ts';
import { textTable } from '../text-table.ts';
import { readBorder } from './border-file.ts';
import {
  addCommonOptions,
  areaAround,
  type CommonOptions,
  openTerrain,
  readNumber,
  readNumbers,
  withDefault,
} from './options.ts';
import { OutcomeJournal } from './outcome-journal.ts';
import { SpectrumProgress } from './progress.ts';
import { refusing, say } from './say.ts';
import { readStations } from './station-file.ts';

interface BorderOptions extends CommonOptions {
  stations: string;
  border: string;
  offset: number[];
  limit: number;
  range: number;
  spacing: number;
  threads?: number;
  all?: boolean;
  resume?: string;
  out?: string;
}

/** `ufuq spectrum border`: stations against a border, worst points as a table and as GeoJSON. */
export function addSpectrumBorder(group: Command): void {
  const verb = group
    .command('border')
    .description(say('verb.spectrum-border'))
    .requiredOption('--stations <FILE>', say('option.stations'))
    .requiredOption('--border <FILE>', say('option.border'))
    .requiredOption('--limit <DBUV>', say('option.limit'), readNumber('--limit'))
    .option('--offset <LIST>', say('option.offset'), readNumbers('--offset'), [])
    .option('--range <KM>', withDefault('option.range', 100), readNumber('--range'), 100)
    .option('--spacing <KM>', withDefault('option.spacing', 0.5), readNumber('--spacing'), 0.5)
    .option('--threads <N>', say('option.threads'), readNumber('--threads'))
    .option('--all', say('option.all'))
    .option('--resume <FILE>', say('option.resume'))
    .option('--out <FILE>', say('option.out-geojson'));
  addCommonOptions(verb).action((options: BorderOptions) => refusing(() => runBorder(options)));
}

async function runBorder(options: BorderOptions): Promise<void> {
  const stations = await readStations(options.stations);
  checkStations(stations);
  const border = await readBorder(options.border);
  const lines = [...border, ...options.offset.flatMap((km) => border.map((line) => offsetLine(line, km)))];
  const points = pointsOnLines(lines, options.spacing);
  const places = [...stations, ...points].map(({ lon, lat }) => [lon, lat] as const);
  const store = await openTerrain(options.terrain, areaAround(places, 1));
  const journal = options.resume === undefined ? undefined : new OutcomeJournal(options.resume);
  const progress = new SpectrumProgress('border', say('border.screening'));
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  const { outcomes, isComplete } = await screenBorder(
    stations,
    {
      points,
      rxHeightM: options.rxHeight,
      timePercent: options.time,
      locationPercent: options.location,
      deltaN: options.dn,
      surfaceN: options.n0,
      limitDbuV: options.limit,
      rangeKm: options.range,
      profileStepKm: options.step / 1000,
      find: options.all ? 'all' : 'worst',
    },
    store.map.tiles,
    {
      signal: stop.signal,
      onProgress: (done, total) => progress.show(done, total),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
      ...(journal === undefined
        ? {}
        : { resume: journal.read(), onOutcome: (outcome) => journal.add(outcome) }),
    },
  );
  process.removeListener('SIGINT', interrupt);
  const collection = toGeoJson(outcomes, options.all === true);
  if (options.out !== undefined) await writeFile(options.out, `${JSON.stringify(collection)}\n`);
  if (options.json) {
    const document = { isComplete, outcomes, terrain: store.provenance, worst: collection };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    process.stdout.write(`${report(outcomes, options.all === true)}\n`);
  }
  if (!isComplete) {
    const done = String(outcomes.length);
    process.stderr.write(`${say('border.stopped', { done, total: String(stations.length) })}\n`);
    process.exitCode = 130;
  }
}

/** The points that a table and a file show: the worst of each station, or every one over the limit. */
function shown(outcome: StationOutcome, isAll: boolean): readonly BorderField[] {
  if (isAll && outcome.overLimit.length > 0) return outcome.overLimit;
  return outcome.worst === undefined ? [] : [outcome.worst];
}

function toGeoJson(outcomes: readonly StationOutcome[], isAll: boolean) {
  const features = outcomes.flatMap((outcome) =>
    shown(outcome, isAll).map(({ lon, lat, ...field }) => ({
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      properties: {
        stationId: outcome.stationId,
        isWorst: field.fieldDbuV === outcome.worst?.fieldDbuV,
        ...field,
      },
    })),
  );
  return { type: 'FeatureCollection' as const, features };
}

function report(outcomes: readonly StationOutcome[], isAll: boolean): string {
  const head = (['station', 'line', 'at', 'distance', 'field', 'limit', 'excess'] as const).map((key) =>
    say(`border.${key}`),
  );
  const rows = outcomes
    .flatMap((outcome) => shown(outcome, isAll).map((field) => ({ id: outcome.stationId, field })))
    .sort((a, b) => b.field.excessDb - a.field.excessDb)
    .map(({ id, field }) => [
      id,
      field.line,
      field.atKm.toFixed(1),
      field.distanceKm.toFixed(1),
      field.fieldDbuV.toFixed(1),
      field.limitDbuV.toFixed(1),
      `${field.excessDb > 0 ? '+' : ''}${field.excessDb.toFixed(1)}`,
    ]);
  const over = outcomes.filter((outcome) => (outcome.worst?.excessDb ?? 0) > 0).length;
  const cleared = outcomes.filter((outcome) => outcome.worst === undefined).length;
  const withoutTerrain = outcomes.reduce((sum, outcome) => sum + outcome.withoutTerrain, 0);
  const lines = [textTable(head, rows, [2, 3, 4, 5, 6]), '', say('border.summary', { over, cleared })];
  if (withoutTerrain > 0) lines.push(say('border.without-terrain', { count: withoutTerrain }));
  lines.push(say('path.uncertainty'));
  return lines.join('\n');
}
