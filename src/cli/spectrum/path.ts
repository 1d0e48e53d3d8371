import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { LinkInput } from '../../desks/spectrum/engine/input/link-input.ts';
import { preparePath } from '../../desks/spectrum/engine/input/path-input.ts';
import { PathGeometry } from '../../desks/spectrum/engine/path/geometry.ts';
import { measurePath } from '../../desks/spectrum/engine/path/measure-path.ts';
import { cutProfile } from '../../desks/spectrum/engine/terrain/cut-profile.ts';
import { textTable } from '../text-table.ts';
import {
  addCommonOptions,
  areaAround,
  type CommonOptions,
  openTerrain,
  readNumber,
  readPosition,
  withDefault,
} from './options.ts';
import { askModel, PATH_MODELS, type PathModel } from './path-model.ts';
import { profileSvg } from './profile-svg.ts';
import { drawProfile } from './profile-terminal.ts';
import { refusing, say } from './say.ts';
import {
  addSurroundingOptions,
  openSurroundings,
  refractivity,
  type SurroundingOptions,
} from './surroundings.ts';

interface PathOptions extends CommonOptions, SurroundingOptions {
  tx: [number, number];
  rx: [number, number];
  txHeight: number;
  frequency: number;
  erp: number;
  polarisation: 'horizontal' | 'vertical';
  model: PathModel;
  svg?: string;
}

/** `ufuq spectrum path`: one path, a table of intermediates, the profile drawn. */
export function addSpectrumPath(group: Command): void {
  const verb = group
    .command('path')
    .description(say('verb.spectrum-path'))
    .requiredOption('--tx <LON,LAT>', say('option.tx'), readPosition('--tx'))
    .requiredOption('--rx <LON,LAT>', say('option.rx'), readPosition('--rx'))
    .requiredOption('--frequency <MHZ>', say('option.frequency'), readNumber('--frequency'))
    .option('--tx-height <M>', withDefault('option.tx-height', 30), readNumber('--tx-height'), 30)
    .option('--erp <DBW>', withDefault('option.erp', 30), readNumber('--erp'), 30)
    .addOption(
      new Option('--polarisation <P>', say('option.polarisation'))
        .choices(['horizontal', 'vertical'])
        .default('vertical'),
    )
    .addOption(
      new Option('--model <MODEL>', say('option.model')).choices(Object.keys(PATH_MODELS)).default('p1812'),
    )
    .option('--svg <FILE>', say('option.svg'));
  addSurroundingOptions(addCommonOptions(verb)).action((options: PathOptions) =>
    refusing(() => runPath(options)),
  );
}

async function runPath(options: PathOptions): Promise<void> {
  const { tx, rx, model } = options;
  const area = areaAround([tx, rx], 2);
  const store = await openTerrain(options.terrain, area);
  const cut = cutProfile(store.map, tx, rx, options.step / 1000, await openSurroundings(options, area));
  const frequencyGHz = options.frequency / 1000;
  const middle = [(tx[0] + rx[0]) / 2, (tx[1] + rx[1]) / 2] as const;
  const deltaN = await refractivity(options.dnMap, options.dn, ...middle);
  const link: LinkInput = {
    path: cut.path,
    frequencyGHz,
    timePercent: options.time,
    txHeightM: options.txHeight,
    rxHeightM: options.rxHeight,
    polarisation: options.polarisation,
    deltaN,
    surfaceN: await refractivity(options.n0Map, options.n0, ...middle),
    tx,
    rx,
    ...(cut.zones && { dctKm: cut.zones.dctKm, dcrKm: cut.zones.dcrKm }),
  };
  const answer = askModel(model, link, {
    locationPercent: options.location,
    locationDeviationDb: options.sigma,
  });
  const profile = preparePath(cut.path, 0).arrays;
  const geometry = measurePath(profile, options.txHeight, options.rxHeight, deltaN, new PathGeometry());
  const fieldDbuV = answer.fieldDbuV + options.erp - 30;
  if (options.svg !== undefined) {
    const title = `${PATH_MODELS[model]} ${options.frequency} MHz, ${geometry.d.toFixed(1)} km, Lb ${answer.lossDb.toFixed(1)} dB`;
    await writeFile(options.svg, profileSvg(profile, geometry, frequencyGHz, title));
  }
  if (options.json) {
    const document = {
      model: PATH_MODELS[model],
      lossDb: answer.lossDb,
      fieldDbuV,
      isLineOfSight: geometry.isLineOfSight,
      intermediates: Object.fromEntries(answer.rows.map(([symbol, value]) => [symbol, value])),
      terrain: { tiles: store.provenance, filledPoints: cut.filledPoints, points: profile.count },
      uncertaintyDb: [6, 10],
    };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const head = [say('path.quantity'), say('path.value'), say('path.unit')];
  const cells = answer.rows.map(([symbol, value, unit]) => [symbol, value.toFixed(4), unit]);
  const sight = say('path.sight', { sight: geometry.isLineOfSight ? 'yes' : 'no' });
  const tiles = store.provenance.map(({ name, hash }) => `${name} ${hash.slice(0, 12)}`).join(', ');
  const lines = [
    drawProfile(profile, geometry.hts, geometry.hrs, geometry.ae),
    '',
    textTable(head, cells, [1]),
    '',
    `${say('path.loss')}: ${answer.lossDb.toFixed(2)} dB (${sight})`,
    `${say('path.field')}: ${fieldDbuV.toFixed(2)} dBµV/m`,
    say('path.filled', { count: cut.filledPoints }),
    say('path.tiles', { tiles }),
    say('path.uncertainty'),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
