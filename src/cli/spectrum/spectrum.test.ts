import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Refusal } from '../refusal.ts';
import { addSpectrumCommands } from './commands.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ufuq-spectrum-'));
  const bytes = new Uint8Array(1201 * 1201 * 2);
  const view = new DataView(bytes.buffer);
  for (let r = 0; r < 1201; r++) {
    for (let c = 0; c < 1201; c++) {
      const height = 300 + 200 * Math.sin(c / 60) * Math.cos(r / 47);
      view.setInt16(2 * (r * 1201 + c), r === 600 && c < 700 && c > 690 ? -32768 : height, false);
    }
  }
  await writeFile(join(folder, 'N40E045.hgt'), bytes);
  await writeFile(
    join(folder, 'stations.csv'),
    'id,lon,lat,heightM,frequencyMHz,erpDbW,polarisation,azimuthDeg,gainDbi,beamwidthDeg\n' +
      'near,45.5,40.45,30,430,14,vertical,,,\nbeam,45.4,40.4,30,900,20,horizontal,180,15,65\nfaint,45.5,40.1,10,160,-40,vertical,,,\n',
  );
  const coordinates = [
    [45.2, 40.6],
    [45.5, 40.62],
    [45.8, 40.6],
  ];
  await writeFile(join(folder, 'border.geojson'), JSON.stringify({ type: 'LineString', coordinates }));
});

afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Runs a verb and gives back what it printed on standard output. */
async function run(...args: string[]): Promise<string> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const program = new Command('ufuq').exitOverride();
    addSpectrumCommands(program);
    for (const command of program.commands.flatMap((group) => group.commands)) command.exitOverride();
    await program.parseAsync(['node', 'ufuq', 'spectrum', ...args]);
    return out.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const link = ['--tx', '45.2,40.2', '--rx', '45.8,40.8', '--frequency', '460'];

test('a path is told as a table and a drawing, and as JSON with every intermediate', async () => {
  const svg = join(folder, 'path.svg');
  const text = await run('path', ...link, '--terrain', folder, '--svg', svg);
  expect(text).toContain('Lbulla');
  expect(text).toContain('█');
  expect(text).toContain('6 to 10 dB');
  expect(await readFile(svg, 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
  const document = JSON.parse(await run('path', ...link, '--terrain', folder, '--json', '--model', 'p452'));
  expect(document.model).toBe('ITU-R P.452-18');
  expect(document.intermediates).toMatchObject({ Lb: document.lossDb });
  expect(document.terrain.tiles[0].hash).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.values(document.intermediates).every((value) => Number.isFinite(value))).toBe(true);
});

test('clutter, water and refractivity maps change the answer, and P.1546 gives its steps', async () => {
  const loss = async (...args: string[]) =>
    JSON.parse(await run('path', ...link, '--terrain', folder, '--json', ...args)).lossDb as number;
  const plain = await loss('--time', '1');
  // the terrain tile itself serves as a raster: some hundred metres of clutter, and water everywhere
  const raster = join(folder, 'N40E045.hgt');
  expect(await loss('--time', '1', '--clutter', raster)).toBeGreaterThan(plain + 5);
  const sea = JSON.parse(await run('path', ...link, '--terrain', folder, '--json', '--sea', raster));
  expect(sea.intermediates.β0).toBeGreaterThan(10);
  const map = join(folder, 'DN.txt');
  await writeFile(map, Array.from({ length: 121 }, () => new Array(241).fill('80').join(' ')).join('\n'));
  expect(await loss('--time', '1', '--dn-map', map)).toBeLessThan(plain);
  const steps = JSON.parse(await run('path', ...link, '--terrain', folder, '--json', '--model', 'p1546'));
  expect(steps).toMatchObject({ model: 'ITU-R P.1546-6', intermediates: { Lb: steps.lossDb } });
});

test('a coverage is written as three files', async () => {
  const out = join(folder, 'cover');
  const document = JSON.parse(
    await run(
      'coverage',
      '--tx',
      '45.5,40.5',
      '--frequency',
      '160',
      '--radius',
      '12',
      '--cell',
      '500',
      '--terrain',
      folder,
      '--out',
      out,
      '--json',
    ),
  );
  expect(document).toMatchObject({ missingPoints: 0, columns: 48, rows: 48 });
  expect(document.filledPoints).toBeGreaterThan(0);
  for (const file of document.files) expect(existsSync(file)).toBe(true);
  const contours = JSON.parse(await readFile(`${out}.geojson`, 'utf8'));
  expect(
    contours.features.map((f: { properties: { fieldDbuV: number } }) => f.properties.fieldDbuV),
  ).toContain(60);
});

test('a border is screened, and a second run takes over what the first has finished', async () => {
  const args = [
    'border',
    '--stations',
    join(folder, 'stations.csv'),
    '--border',
    join(folder, 'border.geojson'),
    '--terrain',
    folder,
    '--limit',
    '20',
    '--spacing',
    '5',
    '--threads',
    '1',
    '--json',
    '--resume',
    join(folder, 'run.jsonl'),
    '--out',
    join(folder, 'worst.geojson'),
  ];
  const first = JSON.parse(await run(...args));
  expect(first.isComplete).toBe(true);
  expect(first.outcomes.map((outcome: { stationId: string }) => outcome.stationId)).toEqual([
    'near',
    'beam',
    'faint',
  ]);
  expect(first.outcomes[0].worst.excessDb).toBeGreaterThan(0);
  expect(first.outcomes[2].modelled).toBe(0);
  const second = JSON.parse(await run(...args));
  expect(second.outcomes).toEqual(first.outcomes);
  const worst = JSON.parse(await readFile(join(folder, 'worst.geojson'), 'utf8'));
  expect(worst.features).toHaveLength(
    first.outcomes.filter((o: { worst?: unknown }) => o.worst !== undefined).length,
  );
}, 30_000);

test.each<[string, string[], RegExp]>([
  [
    'a position that is none',
    ['path', '--tx', '45', '--rx', '45,40', '--frequency', '460', '--terrain', '.'],
    /longitude,latitude/,
  ],
  [
    'terrain that is missing',
    ['path', '--tx', '45.5,40.5', '--rx', '46.5,40.5', '--frequency', '460'],
    /N40E046/,
  ],
  [
    'a frequency out of range',
    ['path', '--tx', '45.5,40.5', '--rx', '45.6,40.5', '--frequency', '9000'],
    /0\.03 to 6 GHz/,
  ],
])('%s is refused with a sentence', async (_, args, sentence) => {
  const all = args.includes('--terrain') ? args : [...args, '--terrain', folder];
  const refusal = await run(...all).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toMatch(sentence);
});
