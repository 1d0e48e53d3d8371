import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { LinkInput } from '../../desks/spectrum/engine/input/link-input.ts';
import { preparePath } from '../../desks/spectrum/engine/input/path-input.ts';
import { predictP452 } from '../../desks/spectrum/engine/p452/predict.ts';
import { fieldFromLossDbuV } from '../../desks/spectrum/engine/p525/free-space.ts';
import { predictP1812 } from '../../desks/spectrum/engine/p1812/predict.ts';
import { cutProfile } from '../../desks/spectrum/engine/terrain/cut-profile.ts';
import { textTable } from '../text-table.ts';
import { intermediatesOf } from './intermediates.ts';
import {
  addCommonOptions,
  areaAround,
  type CommonOptions,
  openTerrain,
  readNumber,
  readPosition,
  withDefault,
} from './options.ts';
import { profileSvg } from './profile-svg.ts';
import { drawProfile } from './profile-terminal.ts';
import { refusing, say } from './say.ts';

interface PathOptions extends CommonOptions {
  tx: [number, number];
  rx: [number, number];
  txHeight: number;
  frequency: number;
  erp: number;
  polarisation: 'horizontal' | 'vertical';
  model: 'p1812' | 'p452';
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
    .addOption(new Option('--model <MODEL>', say('option.model')).choices(['p1812', 'p452']).default('p1812'))
    .option('--svg <FILE>', say('option.svg'));
  addCommonOptions(verb).action((options: PathOptions) => refusing(() => runPath(options)));
}

async function runPath(options: PathOptions): Promise<void> {
  const store = await openTerrain(options.terrain, areaAround([options.tx, options.rx], 2));
  const cut = cutProfile(store.map, options.tx, options.rx, options.step / 1000);
  const frequencyGHz = options.frequency / 1000;
  const link: LinkInput = {
    path: cut.path,
    frequencyGHz,
    timePercent: options.time,
    txHeightM: options.txHeight,
    rxHeightM: options.rxHeight,
    polarisation: options.polarisation,
    deltaN: options.dn,
    surfaceN: options.n0,
    tx: options.tx,
    rx: options.rx,
  };
  const result =
    options.model === 'p452'
      ? predictP452(link)
      : predictP1812({ ...link, locationPercent: options.location, locationDeviationDb: options.sigma });
  const { geometry } = result;
  const fieldDbuV = fieldFromLossDbuV(frequencyGHz, result.Lb) + options.erp - 30;
  const profile = preparePath(cut.path, 0).arrays;
  if (options.svg !== undefined) {
    const title = `${options.model} ${options.frequency} MHz, ${geometry.d.toFixed(1)} km, Lb ${result.Lb.toFixed(1)} dB`;
    await writeFile(options.svg, profileSvg(profile, geometry, frequencyGHz, title));
  }
  const rows = intermediatesOf(result);
  if (options.json) {
    const document = {
      model: options.model === 'p452' ? 'ITU-R P.452-18' : 'ITU-R P.1812-8',
      lossDb: result.Lb,
      fieldDbuV,
      isLineOfSight: geometry.isLineOfSight,
      intermediates: Object.fromEntries(rows.map(([symbol, value]) => [symbol, value])),
      terrain: { tiles: store.provenance, filledPoints: cut.filledPoints, points: profile.count },
      uncertaintyDb: [6, 10],
    };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const head = [say('path.quantity'), say('path.value'), say('path.unit')];
  const lines = [
    drawProfile(profile, geometry.hts, geometry.hrs, geometry.ae),
    '',
    textTable(
      head,
      rows.map(([symbol, value, unit]) => [symbol, value.toFixed(4), unit]),
      [1],
    ),
    '',
    `${say('path.loss')}: ${result.Lb.toFixed(2)} dB (${say('path.sight', { sight: geometry.isLineOfSight ? 'yes' : 'no' })})`,
    `${say('path.field')}: ${fieldDbuV.toFixed(2)} dBµV/m`,
    say('path.filled', { count: cut.filledPoints }),
    say('path.tiles', {
      tiles: store.provenance.map(({ name, hash }) => `${name} ${hash.slice(0, 12)}`).join(', '),
    }),
    say('path.uncertainty'),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
