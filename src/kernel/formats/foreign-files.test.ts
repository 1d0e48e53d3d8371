import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSink } from './create-sink.ts';
import type { FormatId } from './formats.ts';
import { openSource } from './open-source.ts';
import type { SinkLayer, SinkRecord } from './sink.ts';
import type { SourceLayer, SourceRecord } from './source.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ufuq-foreign-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function readAll(path: string): Promise<{ layer: SourceLayer; read: SourceRecord[] }> {
  const source = await openSource({ path });
  try {
    const [layer] = await source.layers();
    const read: SourceRecord[] = [];
    for await (const batch of source.records(layer!.name)) read.push(...batch);
    return { layer: layer!, read };
  } finally {
    await source.close();
  }
}

async function written(format: FormatId, layer: SinkLayer, records: readonly SinkRecord[]): Promise<string> {
  const sink = createSink(format, { layer });
  const chunks = [await sink.write(records)];
  for await (const chunk of sink.end()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks.filter((c) => c !== undefined).map((c) => Buffer.from(c)));
  return put(`${layer.id}.${sink.extension}`, bytes);
}

const typesOf = ({ fields }: SourceLayer) => Object.fromEntries(fields.map(({ name, type }) => [name, type]));

describe('csv', () => {
  it('keeps long codes as text, days with slashes as days, and what lists are made of', async () => {
    const path = await put(
      'codes.csv',
      'cadastre,day,moment,floors,tags\n' +
        '100200300400500601,1994/09/20,2024/02/29 10:11:12+04,"[1,2]","[""a""]"\n' +
        '7,1873/01/05,2024/03/01 00:00:00+04,[3],[]\n',
    );
    const { layer, read } = await readAll(path);
    expect(typesOf(layer)).toEqual({
      cadastre: 'string',
      day: 'date',
      moment: 'timestamp',
      floors: 'array',
      tags: 'array',
    });
    expect(layer.fields.map(({ items }) => items)).toEqual([
      undefined,
      undefined,
      undefined,
      'integer',
      'string',
    ]);
    expect(read[0]!.properties).toEqual({
      cadastre: '100200300400500601',
      day: '1994-09-20',
      moment: '2024-02-29T10:11:12+04:00',
      floors: [1, 2],
      tags: ['a'],
    });
  });

  it('asks for no reference system where there are no coordinates', async () => {
    const { layer, read } = await readAll(await put('placeless.csv', 'wkt,n\n,1\n,2\n'));
    expect(layer.warnings ?? []).toEqual([]);
    expect(read.map(({ geometry, problems }) => [geometry, problems])).toEqual([
      [null, undefined],
      [null, undefined],
    ]);
  });
});

describe('gml without its schema', () => {
  it("has neither the corners of a feature's box nor a list where a value is nil", async () => {
    const feature = (n: number, t: string) => `<ex:member><ex:place gml:id="p.${n}">
<gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>40 46</gml:lowerCorner><gml:upperCorner>40 46</gml:upperCorner></gml:Envelope></gml:boundedBy>
<ex:geometry><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="g.${n}"><gml:pos>40 46</gml:pos></gml:Point></ex:geometry>
<ex:n>${n}</ex:n>${t}</ex:place></ex:member>`;
    const path = await put(
      'place.gml',
      `<?xml version="1.0"?>
<ex:all xmlns:ex="http://example.org/ex" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${feature(1, '<ex:t>a</ex:t>')}${feature(2, '<ex:t xsi:nil="true"/>')}${feature(3, '<ex:t>c</ex:t>')}</ex:all>`,
    );
    const { layer, read } = await readAll(path);
    expect(typesOf(layer)).toEqual({ gml_id: 'string', n: 'integer', t: 'string' });
    expect(read.map(({ properties }) => properties.t)).toEqual(['a', null, 'c']);
    expect(read[0]!.geometry).toEqual({ type: 'Point', coordinates: [46, 40] });
  });

  it('follows the schema that lies beside it', async () => {
    const path = await put(
      'boxes.gml',
      `<?xml version="1.0"?>
<ex:all xmlns:ex="http://example.org/ex" xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><ex:box fid="b.1">
<gml:boundedBy><gml:Envelope><gml:lowerCorner>46 40</gml:lowerCorner><gml:upperCorner>46 40</gml:upperCorner></gml:Envelope></gml:boundedBy>
<ex:n>1</ex:n></ex:box></gml:featureMember></ex:all>`,
    );
    const property = (name: string, element: string) =>
      `<PropertyDefn><Name>${name}</Name><ElementPath>${element}</ElementPath><Type>String</Type></PropertyDefn>`;
    await put(
      'boxes.gfs',
      `<GMLFeatureClassList><GMLFeatureClass><Name>box</Name><ElementPath>box</ElementPath>
${property('lowerCorner', 'boundedBy|Envelope|lowerCorner')}${property('n', 'n')}</GMLFeatureClass></GMLFeatureClassList>`,
    );
    const { layer, read } = await readAll(path);
    expect(Object.keys(typesOf(layer))).toEqual(expect.arrayContaining(['lowerCorner', 'n']));
    expect(read[0]!.properties.lowerCorner).toBe('46 40');
  });
});

describe('GeoPackage of others', () => {
  const driver = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm');

  it('with heights says its system in WKT 2, and a JSON column of many kinds is text', async () => {
    const layer: SinkLayer = {
      id: 'heights',
      geometry: 'Point',
      fields: [{ name: 'mixed', type: 'object' }],
    };
    const values = [{ a: 1 }, { b: 2 }, { c: 3 }];
    const records = values.map((mixed, i) => ({
      id: String(i),
      geometry: { type: 'Point', coordinates: [46, 40, 100 + i] } satisfies Geometry,
      properties: { mixed },
    }));
    const path = await written('gpkg', layer, records);
    const database = new driver.Database(path);
    // Others have the functions that keep the spatial index; here its triggers would be in the way.
    for (const { name } of database.all("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
      database.exec(`DROP TRIGGER "${name}"`);
    database.exec(`
      ALTER TABLE gpkg_spatial_ref_sys ADD COLUMN definition_12_063 TEXT;
      INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84 3D', 4979, 'EPSG', 4979, 'undefined', NULL,
        'GEODCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],CS[ellipsoidal,3],AXIS["latitude",north],AXIS["longitude",east],AXIS["height",up],ID["EPSG",4979]]');
      PRAGMA foreign_keys = OFF;
      UPDATE gpkg_geometry_columns SET srs_id = 4979;
      UPDATE gpkg_contents SET srs_id = 4979;
      UPDATE heights SET mixed = '"two"' WHERE rowid = 2;
      UPDATE heights SET mixed = '3.5' WHERE rowid = 3;`);
    database.close();
    const { layer: found, read } = await readAll(path);
    expect(found.crs?.wkt).toContain('ellipsoidal,3');
    expect(typesOf(found).mixed).toBe('string');
    expect(read.map(({ properties }) => properties.mixed)).toEqual([{ a: 1 }, 'two', 3.5]);
  });
});

describe('workbooks', () => {
  const noGeometry = (fields: SinkLayer['fields']): SinkLayer => ({ id: 'book', geometry: null, fields });
  const row = (id: string, properties: Record<string, unknown>): SinkRecord => ({
    id,
    geometry: null,
    properties,
  });

  it('that are text throughout have names in their first row', async () => {
    const fields = [
      { name: 'Ad', type: 'string' },
      { name: 'Rayon', type: 'string' },
    ] as const;
    const path = await written('xlsx', noGeometry(fields), [
      row('a-1', { Ad: 'Gəncə', Rayon: 'Gəncə' }),
      row('a-2', { Ad: 'Bakı', Rayon: 'Səbail' }),
    ]);
    const { layer, read } = await readAll(path);
    expect(layer.fields.map(({ name }) => name)).toEqual(['id', 'Ad', 'Rayon']);
    expect(read.map(({ properties }) => properties.Ad)).toEqual(['Gəncə', 'Bakı']);
  });

  it('that begin with numbers have no names, and keep their first row', async () => {
    const path = await written('xlsx', noGeometry([{ name: '46.5', type: 'string' }]), [
      row('a-1', { '46.5': 'Bakı' }),
    ]);
    const { read } = await readAll(path);
    expect(read).toHaveLength(2);
  });

  it('keep days before 1900, which their cells cannot count to', async () => {
    const fields = [
      { name: 'born', type: 'date' },
      { name: 'changed', type: 'timestamp' },
      { name: 'n', type: 'integer' },
    ] as const;
    const days = ['1850-03-01', '1899-12-31', '1900-02-28', '1918-05-28'];
    const path = await written(
      'xlsx',
      noGeometry(fields),
      days.map((born, n) => row(`r${n}`, { born, changed: '2024-02-29T23:59:58.125Z', n })),
    );
    const { layer, read } = await readAll(path);
    expect(read.map(({ properties }) => properties.born)).toEqual(days);
    expect(typesOf(layer).changed).toBe('timestamp');
    expect(read[0]!.properties.changed).toBe('2024-02-29T23:59:58.125Z');
  });
});

describe('drawings', () => {
  it('hold each part of a geometry that no entity can be', async () => {
    const layer: SinkLayer = { id: 'parts', geometry: 'Geometry', fields: [] };
    const points: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [46, 40],
        [47, 41],
      ],
    };
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [46, 40],
        [47, 41],
      ],
    };
    const path = await written('dxf', layer, [
      { id: '1', geometry: points, properties: {} },
      { id: '2', geometry: { type: 'GeometryCollection', geometries: [line, points] }, properties: {} },
      { id: '3', geometry: null, properties: {} },
    ]);
    const { read } = await readAll(path);
    expect(read.map(({ geometry }) => geometry?.type).sort()).toEqual([
      'LineString',
      'Point',
      'Point',
      'Point',
      'Point',
    ]);
  });
});
