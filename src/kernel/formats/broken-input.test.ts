import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipEntries } from './archive/zip.ts';
import { createSink } from './create-sink.ts';
import type { FormatId } from './formats.ts';
import { openSource } from './open-source.ts';
import { SourceError } from './source.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ufuq-broken-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Codes of what is wrong, by row; 0 stands for the file. */
async function faults(path: string, options: { encoding?: string } = {}): Promise<string[]> {
  const found: string[] = [];
  try {
    const source = await openSource({ path, ...options });
    try {
      for (const layer of await source.layers()) {
        found.push(...(layer.warnings ?? []).map(({ code }) => `0 ${code}`));
        for await (const batch of source.records(layer.name)) {
          for (const { row, problems = [] } of batch)
            found.push(...problems.map(({ code }) => `${row} ${code}`));
        }
      }
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    found.push(`0 ${error.code}`);
  }
  return found;
}

async function sample(format: FormatId, count = 200): Promise<Buffer> {
  const sink = createSink(format, {
    layer: { id: 'sample', fields: [{ name: 'name', type: 'string' }], geometry: 'Point' },
    featureCount: count,
  });
  const records = Array.from({ length: count }, (_, n) => ({
    id: `r${n}`,
    geometry: { type: 'Point' as const, coordinates: [49, 40 + n / 1000] },
    properties: { name: `Bakı ${n}` },
  }));
  const first = await sink.write(records);
  const chunks = first === undefined ? [] : [Buffer.from(first as string)];
  for await (const chunk of sink.end()) chunks.push(Buffer.from(chunk as string));
  return Buffer.concat(chunks);
}

describe('files that were cut off', () => {
  it.each(['geojson', 'jsonfg', 'geojsonseq', 'flatgeobuf', 'gpkg', 'kml', 'gml', 'geoparquet'] as const)(
    '%s says so at three lengths',
    async (format) => {
      const whole = await sample(format);
      for (const share of [0.3, 0.6, 0.95]) {
        // A little further where the cut would fall between two lines.
        const length = Math.floor(whole.length * share);
        const cut = whole.subarray(0, whole[length - 1] === 0x0a ? length + 5 : length);
        expect(
          await faults(await put(`cut-${format}.${format === 'gpkg' ? 'gpkg' : 'dat'}`, cut)),
          `${share}`,
        ).toEqual(['0 file-truncated']);
      }
    },
  );

  it('tells the byte and how many records were whole', async () => {
    const whole = await sample('geojson', 3);
    const path = await put('cut.geojson', whole.subarray(0, whole.indexOf('r2')));
    const source = await openSource({ path });
    await expect(source.layers()).rejects.toMatchObject({
      code: 'file-truncated',
      params: { byte: whole.indexOf('r2'), records: 2 },
    });
  });

  it('a ZIP file without its directory', async () => {
    const zip = zipSync({ 'a.geojson': await sample('geojson') });
    expect(await faults(await put('cut.zip', zip.subarray(0, zip.length - 30)))).toEqual([
      '0 file-truncated',
    ]);
  });
});

describe('records that are wrong do not stop the others', () => {
  it('in GeoJSON', async () => {
    const features = [
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [null, 2] } },
      { type: 'Thing' },
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
            ],
          ],
        },
      },
    ];
    const path = await put('records.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    expect(await faults(path)).toEqual(['2 coordinate-not-a-number', '3 not-a-feature', '4 ring-not-closed']);
  });

  it('in GeoJSONSeq', async () => {
    const good = '{"type":"Feature","properties":{"n":"Q?b?l?"},"geometry":null}\n';
    const path = await put(
      'lines.geojsonl',
      Buffer.concat([
        Buffer.from(`${good}nonsense\n${good}`),
        Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
        Buffer.from(good),
      ]),
    );
    expect(await faults(path)).toEqual([
      '1 characters-lost',
      '2 not-json',
      '3 characters-lost',
      '4 not-utf8',
      '5 characters-lost',
    ]);
  });

  it('in CSV', async () => {
    const path = await put('rows.csv', 'lon,lat,n\n49,40,1\nx,40,2\n49,40\n49,40,1,2\n,,3\n');
    expect(await faults(path)).toEqual([
      '2 coordinate-not-a-number',
      '3 columns-missing',
      '4 columns-too-many',
    ]);
  });
});

describe('files that are something else', () => {
  it.each([
    ['empty.geojson', '', 'file-empty'],
    ['text.geojson', 'hello', 'not-geojson'],
    ['other.json', '{"a":1}', 'not-geojson'],
    ['list.geojson', '[1,2]', 'not-geojson'],
    [
      'comma.geojson',
      '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null} {"a":1}]}',
      'not-json-file',
    ],
    ['text.gpkg', 'hello', 'file-damaged'],
    ['text.fgb', 'hello', 'file-damaged'],
    ['data.bin', '\0\0\0', 'format-unknown'],
    ['quote.csv', 'a,b\n1,"2', 'file-truncated'],
    ['latin.csv', Buffer.from([0x61, 0x0a, 0xfe, 0x0a]), 'not-utf8-file'],
    ['tags.kml', '<kml><Document></kml>', 'file-damaged'],
  ])('%s: %s', async (name, content, code) => {
    expect(await faults(await put(name, content))).toEqual([`0 ${code}`]);
  });

  it('content goes before the name', async () => {
    const source = await openSource({ path: await put('really.geojson', await sample('flatgeobuf')) });
    expect(source.format).toBe('flatgeobuf');
    await source.close();
  });

  it('a character set that a person names', async () => {
    const path = await put('cp1254.csv', Buffer.concat([Buffer.from('ad\nBak'), Buffer.from([0xfd, 0x0a])]));
    const source = await openSource({ path, encoding: 'CP1254' });
    const read = [];
    for await (const batch of source.records('')) read.push(...batch);
    expect(read[0]!.properties.ad).toBe('Bakı');
    expect(await faults(path, { encoding: 'klingon' })).toEqual(['0 encoding-unknown']);
  });
});

describe('CSV in UTF-16, as spreadsheets write it', () => {
  const text = 'ad;lon;lat\r\n"Şəki; köhnə";47.17;41.19\r\nGəncə 🏛;46.36;40.68\r\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const mark = { little: Buffer.from([0xff, 0xfe]), big: Buffer.from([0xfe, 0xff]) };

  it.each([
    ['little-endian with a mark', [mark.little, little], undefined],
    ['big-endian with a mark', [mark.big, big], undefined],
    ['little-endian with a mark, named without its order', [mark.little, little], 'UTF-16'],
    ['little-endian without a mark', [little], 'utf-16le'],
    ['big-endian without a mark', [big], 'UTF-16BE'],
  ] as const)('%s', async (name, parts, encoding) => {
    const path = await put(`${name.replaceAll(/\W/g, '-')}.csv`, Buffer.concat(parts));
    const source = await openSource({ path, ...(encoding ? { encoding } : {}) });
    const [layer] = await source.layers();
    expect(layer).toMatchObject({ geometry: 'Point', featureCount: 2 });
    const read = [];
    for await (const batch of source.records(layer!.name)) read.push(...batch);
    expect(read.map(({ properties }) => properties.ad)).toEqual(['Şəki; köhnə', 'Gəncə 🏛']);
    expect(read[1]!.geometry).toEqual({ type: 'Point', coordinates: [46.36, 40.68] });
    expect(await faults(path, encoding ? { encoding } : {})).toEqual([]);
  });

  it('is refused without a mark where nobody says what it is', async () => {
    expect(await faults(await put('mute.csv', little))).toEqual(['0 format-unknown']);
  });
});

describe('archives', () => {
  it('holds a file of any format, and says when there is none', async () => {
    expect(await faults(await put('in.zip', zipSync({ 'x/data.geojson': await sample('geojson') })))).toEqual(
      [],
    );
    expect(await faults(await put('none.zip', zipSync({ 'readme.txt': Buffer.from('x') })))).toEqual([
      '0 archive-without-data',
    ]);
    expect(await faults(await put('half.zip', zipSync({ 'a.dbf': Buffer.from('x') })))).toEqual([
      '0 part-missing',
    ]);
  });

  it('refuses what would fill the disk, and never leaves its folder', async () => {
    const bomb = await put('bomb.zip', zipSync({ 'a.geojson': new Uint8Array(2_000_000) }));
    const limits = { entries: 10, totalBytes: 1_000_000, ratio: 1 };
    await expect(zipEntries(bomb, limits)).rejects.toMatchObject({ code: 'archive-too-large' });
    expect(
      await faults(await put('climb.zip', zipSync({ '../../climb.geojson': await sample('geojson') }))),
    ).toEqual([]);
  });
});

describe('reading can be stopped', () => {
  it.each(['geojsonseq', 'flatgeobuf', 'gpkg', 'gml'] as const)('%s', async (format) => {
    const path = await put(`stop-${format}`, await sample(format, 9_000));
    const abort = new AbortController();
    const source = await openSource({ path, signal: abort.signal });
    const [layer] = await source.layers();
    const read = async () => {
      for await (const _ of source.records(layer!.name)) abort.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
    await source.close();
  });
});
