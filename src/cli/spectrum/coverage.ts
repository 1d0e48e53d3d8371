import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { traceContour } from '../../desks/spectrum/engine/area/contour.ts';
import { computeCoverage } from '../../desks/spectrum/engine/area/coverage.ts';
import { paintField } from '../../desks/spectrum/engine/area/field-picture.ts';
import { encodeGeoTiff } from '../../desks/spectrum/engine/area/geotiff-encoder.ts';
import { checkStations, type Station } from '../../desks/spectrum/engine/border/station.ts';
import {
  addCommonOptions,
  areaAround,
  type CommonOptions,
  openTerrain,
  readNumber,
  readNumbers,
  readPosition,
  withDefault,
} from './options.ts';
import { SpectrumProgress } from './progress.ts';
import { refusing, say } from './say.ts';

interface CoverageOptions extends CommonOptions {
  tx: [number, number];
  txHeight: number;
  frequency: number;
  erp: number;
  polarisation: 'horizontal' | 'vertical';
  radius: number;
  cell: number;
  levels: number[];
  out: string;
}

/** `ufuq spectrum coverage`: field strength around one station as three files. */
export function addSpectrumCoverage(group: Command): void {
  const verb = group
    .command('coverage')
    .description(say('verb.spectrum-coverage'))
    .requiredOption('--tx <LON,LAT>', say('option.tx'), readPosition('--tx'))
    .requiredOption('--frequency <MHZ>', say('option.frequency'), readNumber('--frequency'))
    .requiredOption('--out <NAME>', say('option.out'))
    .option('--tx-height <M>', withDefault('option.tx-height', 30), readNumber('--tx-height'), 30)
    .option('--erp <DBW>', withDefault('option.erp', 30), readNumber('--erp'), 30)
    .addOption(
      new Option('--polarisation <P>', say('option.polarisation'))
        .choices(['horizontal', 'vertical'])
        .default('vertical'),
    )
    .option('--radius <KM>', withDefault('option.radius', 30), readNumber('--radius'), 30)
    .option('--cell <M>', withDefault('option.cell', 250), readNumber('--cell'), 250)
    .option('--levels <LIST>', say('option.levels'), readNumbers('--levels'), [20, 30, 40, 50, 60, 70, 80]);
  addCommonOptions(verb).action((options: CoverageOptions) => refusing(() => runCoverage(options)));
}

async function runCoverage(options: CoverageOptions): Promise<void> {
  const station: Station = {
    id: 'station',
    lon: options.tx[0],
    lat: options.tx[1],
    heightM: options.txHeight,
    frequencyMHz: options.frequency,
    erpDbW: options.erp,
    polarisation: options.polarisation,
  };
  checkStations([station]);
  const store = await openTerrain(options.terrain, areaAround([options.tx], options.radius + 1));
  const progress = new SpectrumProgress('coverage', say('coverage.rays'));
  const { raster, rays, missingPoints, filledPoints } = computeCoverage(
    station,
    {
      radiusKm: options.radius,
      profileStepKm: options.step / 1000,
      cellM: options.cell,
      rxHeightM: options.rxHeight,
      timePercent: options.time,
      locationPercent: options.location,
      locationDeviationDb: options.sigma,
      deltaN: options.dn,
      surfaceN: options.n0,
    },
    store.map,
    (done, total) => {
      progress.show(done, total);
      return true;
    },
  );
  const levels = [...options.levels].sort((a, b) => a - b);
  const about = `ITU-R P.1812-8 field strength dB(uV/m); ${options.frequency} MHz, e.r.p. ${options.erp} dBW, ${options.time} % time`;
  const files = {
    [`${options.out}.tif`]: encodeGeoTiff(raster, about),
    [`${options.out}.png`]: paintField(raster, levels),
    [`${options.out}.geojson`]: JSON.stringify({
      type: 'FeatureCollection',
      features: levels.map((level) => traceContour(raster, level)),
    }),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(name, content);
  const names = Object.keys(files);
  if (options.json) {
    const bounds = [
      raster.west,
      raster.north - raster.rows * raster.stepLat,
      raster.west + raster.columns * raster.stepLon,
      raster.north,
    ];
    const document = {
      files: names,
      bbox: bounds,
      columns: raster.columns,
      rows: raster.rows,
      rays,
      missingPoints,
      filledPoints,
      terrain: store.provenance,
    };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const lines = [
    say('coverage.written', { files: names.join(', ') }),
    say('path.filled', { count: filledPoints }),
  ];
  if (missingPoints > 0) lines.push(say('coverage.missing', { count: missingPoints }));
  lines.push(say('path.uncertainty'));
  process.stdout.write(`${lines.join('\n')}\n`);
}
