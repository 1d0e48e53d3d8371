import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { collection, feature, type ImportKernel, openImportKernel, point } from './import-kernel.ts';

const title = { az: 'x', en: 'x', ar: 'x', fa: 'x' };
const towns = defineRegister({
  id: 'towns',
  title,
  description: title,
  geometry: 'Point',
  provenance: false,
  fields: [
    { name: 'code', type: 'string', title, required: true, unique: true },
    { name: 'people', type: 'integer', title, minimum: 0 },
    { name: 'founded_on_day', type: 'date', title },
  ],
});

let kernel: ImportKernel;
beforeAll(async () => {
  kernel = await openImportKernel([towns]);
});
afterAll(() => kernel.close());

const position = () => kernel.reader.position();
const count = async (register: string) =>
  (await kernel.reader.count({ register, caller: administrator })).count;
const refusals = (report: Awaited<ReturnType<ImportKernel['import']>>) =>
  report.findings.filter(({ kind }) => kind === 'refused').map(({ row, code }) => [row, code]);
const isCleared = () => expect(readdirSync(join(kernel.folder, 'work'))).toEqual([]);

test('a layer becomes a register: id, case of names, types, ids of records', async () => {
  const properties = {
    Name: 'Şəki',
    n: 1,
    share: 0.5,
    day: '2024-02-29',
    at: '2024-02-29T10:00:00Z',
    on: true,
  };
  const path = kernel.write(
    'My Layer.geojson',
    collection([feature('a/1', properties, point(47.2, 41.2)), feature('b', { Name: null, n: 2 }, null)]),
  );
  const report = await kernel.import(path);
  expect(report).toMatchObject({
    outcome: 'imported',
    layers: [{ register: 'my-layer', imported: 2, refused: 0 }],
  });
  const register = kernel.registry.require('my-layer');
  expect(register.fields.map(({ name, type }) => [name, type])).toEqual([
    ['Name', 'string'],
    ['n', 'integer'],
    ['share', 'number'],
    ['day', 'date'],
    ['at', 'timestamp'],
    ['on', 'boolean'],
  ]);
  const item = await kernel.reader.item({ register: 'my-layer', caller: administrator }, 'a/1');
  expect(item).toMatchObject({ properties, geometry: point(47.2, 41.2) });
  expect(await position()).toBe(report.position);
  const again = await kernel.import(path);
  expect(again.findings).toMatchObject([{ code: 'register-exists', kind: 'refused' }]);
  isCleared();
});

test('everything that is wrong is said at once, and nothing changes', async () => {
  const before = await position();
  const path = kernel.write(
    'wrong.geojson',
    collection([
      feature('1', { code: 'A' }, point(49, 40)),
      feature('2', { code: 'B' }, point(49, 95)),
      feature('3', { code: 'C', people: -1 }, point(49, 40)),
      feature('1', { code: 'D' }, point(49, 40)),
      feature('5', { people: 1 }, point(49, 40)),
      feature('6', { code: 'F', extra: 1 }, point(null, 40)),
    ]),
  );
  const report = await kernel.import(path, { register: 'towns' });
  expect(report.outcome).toBe('refused');
  expect(refusals(report)).toEqual([
    [2, 'coordinate-out-of-range'],
    [3, 'below-minimum'],
    [4, 'duplicate-id'],
    [5, 'required'],
    [6, 'coordinate-not-a-number'],
    [6, 'property-unknown'],
  ]);
  expect(await position()).toBe(before);
  const partial = await kernel.import(path, { register: 'towns', partial: true });
  expect(partial).toMatchObject({ outcome: 'imported', layers: [{ read: 6, imported: 1, refused: 5 }] });
  expect(await count('towns')).toBe(1);
  isCleared();
});

test('records that do not stand beside others are found, left out with partial, and replaced when asked', async () => {
  const path = kernel.write(
    'more.csv',
    'id,code,people,founded_on,x,y\n1,A2,5,2020-01-31,49,40\n7,A,6,,49,40\n8,G,7,2020-01-31,49.5,40.5\n',
  );
  const request = { register: 'towns', crs: 'EPSG:4326', map: { founded_on: 'founded_on_day' } };
  const refused = await kernel.import(path, request);
  expect(refusals(refused)).toEqual([[1, 'record-exists']]);
  const partial = await kernel.import(path, { ...request, partial: true });
  expect(partial.outcome).toBe('imported');
  expect(refusals(partial)).toEqual([
    [1, 'record-exists'],
    [2, 'not-unique'],
  ]);
  expect(await count('towns')).toBe(2);
  const replaced = await kernel.import(path, { ...request, replace: true, partial: true });
  expect(replaced.outcome).toBe('imported');
  const item = await kernel.reader.item({ register: 'towns', caller: administrator }, '1');
  expect(item?.properties).toEqual({ code: 'A2', people: 5, founded_on_day: '2020-01-31' });
  expect(await count('towns')).toBe(3);
});

test('a file without a layer is told so, not asked for one without a name', async () => {
  const kml = '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>';
  const report = await kernel.import(kernel.write('nothing.kml', kml));
  expect([report.outcome, report.findings.map(({ code }) => code)]).toEqual(['refused', ['no-layers']]);
});

test('a dry run, a cancelled import and a stranger leave nothing', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => JSON.stringify(feature(i, { v: i }, point(49, 40))));
  const path = kernel.write('many.geojsonl', lines.join('\n'));
  const before = await position();
  expect(await kernel.import(path, { dryRun: true })).toMatchObject({
    outcome: 'rehearsed',
    layers: [{ imported: 5000 }],
  });
  for (const stage of ['reading', 'loading'] as const) {
    const abort = new AbortController();
    const report = await kernel.import(path, {
      signal: abort.signal,
      onProgress: (progress) => progress.stage === stage && abort.abort(),
    });
    expect(report).toMatchObject({ outcome: 'cancelled', layers: [{ imported: 0 }] });
  }
  await expect(kernel.import(path, { caller: anonymous })).rejects.toMatchObject({ id: 'not-authorised' });
  expect(await position()).toBe(before);
  expect(kernel.registry.get('many')).toBeUndefined();
  const tables = await kernel.database.query(sql`select 1 from pg_tables where tablename like '~import%'`);
  expect(tables).toEqual([]);
  isCleared();
});

test('a value far down that the sample did not foretell widens the register', async () => {
  const lines = Array.from({ length: 50_100 }, (_, i) =>
    JSON.stringify(
      feature(i, { v: i === 50_050 ? 'text' : i, ...(i === 50_060 ? { late: true } : {}) }, point(49, 40)),
    ),
  );
  const report = await kernel.import(kernel.write('late.geojsonl', lines.join('\n')));
  expect(report).toMatchObject({ outcome: 'imported' });
  expect(kernel.registry.require('late').fields.map(({ name, type }) => [name, type])).toEqual([
    ['v', 'string'],
    ['late', 'boolean'],
  ]);
});
