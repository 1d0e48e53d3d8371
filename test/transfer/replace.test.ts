import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator } from '../../src/kernel/access/caller.ts';
import { stillKnown, tableOf } from '../../src/kernel/register/columns.ts';
import { byAdministrator } from '../engines/kernel.ts';
import { box, register, same } from '../rules/land.ts';
import { feature, type ImportKernel, openImportKernel } from './import-kernel.ts';

/** More than a reader gives at a time, so that a batch is written in several pieces. */
const many = 2_500;

const plots = register('plots', {
  fields: [
    { name: 'number', type: 'string', required: true, unique: true },
    { name: 'n', type: 'integer' },
  ],
  lineage: { toleranceM2: 1 },
});
const twins = register('twins', {
  fields: plots.fields.filter(({ name }) => ['number', 'n'].includes(name)),
});
const claims = register('claims', {
  geometry: null,
  fields: [{ name: 'plot', type: 'string', ref: 'plots' }],
  rules: [{ id: 'small', holds: 'plot.n < 100', sentence: same('small') }],
});

let kernel: ImportKernel;
beforeAll(async () => {
  kernel = await openImportKernel([plots, twins, claims]);
  const path = kernel.write(
    'plots.geojsonl',
    lines((n) => plot(n, { n: 1 })),
  );
  expect(await kernel.import(path, { register: 'plots' })).toMatchObject({ outcome: 'imported' });
  expect(await kernel.import(path, { register: 'twins' })).toMatchObject({ outcome: 'imported' });
});
afterAll(() => kernel.close());

function plot(n: number, properties: object, ...at: Parameters<typeof box> | []): object {
  const place: Parameters<typeof box> = at.length > 0 ? (at as never) : [n * 10, 0, n * 10 + 10, 10];
  return feature(`p${n}`, { number: `P-${n}`, starts: '2020-01-01', ...properties }, box(...place));
}

function lines(each: (n: number) => object, more: readonly object[] = []): string {
  const all = [...Array.from({ length: many }, (_, n) => each(n)), ...more];
  return all.map((one) => JSON.stringify(one)).join('\n');
}

const position = () => kernel.reader.position();
const replace = (content: string, id = 'plots', request = {}) =>
  kernel.import(kernel.write('again.geojsonl', content), { register: id, replace: true, ...request });

/** Everything that the table of a register says, but for where in the log it was said. */
async function tableText(id: string): Promise<string> {
  const [row] = await kernel.database.query<{ text: string }>(sql`
    select string_agg(said.text, ',' order by said.text) as text from (
      select (to_jsonb(t) - ${['_entry', '_known_from', '_known_to', '_born', 'predecessors']}::text[])::text
        || (t._known_to = ${stillKnown}::bigint) as text
      from ${raw(tableOf(id))} t) said`);
  return row!.text;
}

test('a replacement in pieces is one batch, and the tables are as the writer would have left them', async () => {
  const before = await position();
  const rehearsed = await replace(
    lines((n) => plot(n, { n: 2 })),
    'plots',
    { dryRun: true },
  );
  expect(rehearsed).toMatchObject({ outcome: 'rehearsed', layers: [{ imported: many }] });
  expect(await position()).toBe(before);

  const content = lines((n) => plot(n, n % 2 === 0 ? { n: 2 } : { n: 3, starts: '2021-01-01' }));
  const report = await replace(content);
  expect(report).toMatchObject({ outcome: 'imported', layers: [{ imported: many, refused: 0 }] });
  const batches = await kernel.database.query(
    sql`select first from ufuq.batch where first > ${before}::bigint`,
  );
  expect(batches).toEqual([{ first: before + 1 }]);

  const intents = content.split('\n').map((line) => {
    const { id, properties, geometry } = JSON.parse(line);
    return { verb: 'replace' as const, register: 'twins', record: id, body: { properties, geometry } };
  });
  await kernel.writer.write(intents, byAdministrator);
  expect(await tableText('plots')).toBe(await tableText('twins'));
});

test('what is wrong beside others is told with the row that said it, and nothing stays', async () => {
  const before = await position();
  const report = await replace(lines((n) => plot(n, { n: 4, ...(n === many - 1 ? { number: 'P-1' } : {}) })));
  expect(report.outcome).toBe('refused');
  const told = report.findings.map(({ row, record, code }) => [row, record, code]);
  expect(told).toContainEqual([many, `p${many - 1}`, 'not-unique']);
  expect(await position()).toBe(before);
  const { count } = await kernel.reader.count({
    register: 'plots',
    caller: administrator,
    filter: undefined,
  });
  expect(count).toBe(many);
});

test('records that others speak of are held to what others say', async () => {
  await kernel.writer.write(
    [
      {
        verb: 'create',
        register: 'claims',
        record: 'c',
        body: { properties: { plot: 'p7' }, geometry: null },
      },
    ],
    byAdministrator,
  );
  const before = await position();
  const report = await replace(lines((n) => plot(n, { n: n === 7 ? 100 : 5 })));
  expect(report.findings.map(({ row, code }) => [row, code])).toEqual([[8, 'rule-of-other']]);
  expect(await position()).toBe(before);
});

test('a split whose parts are far apart in the file is one split', async () => {
  const part = (id: string, ...at: Parameters<typeof box>) =>
    feature(id, { number: id, starts: '2024-01-01', predecessors: ['p0'] }, box(...at));
  const ending = (n: number) => plot(n, { n: 6, ...(n === 0 ? { ends: '2024-01-01' } : {}) });
  const west = part('west', 0, 0, 5, 10);
  const content = [JSON.stringify(west), lines(ending, [part('east', 5, 0, 10, 10)])].join('\n');
  expect(await replace(content)).toMatchObject({ outcome: 'imported', layers: [{ imported: many + 2 }] });
  // Without its other half it leaves ground uncovered.
  const halved = [JSON.stringify(part('w2', 10, 0, 15, 10)).replace('"p0"', '"p1"')];
  const alone = await replace(
    [...halved, lines((n) => plot(n, { n: 6, ...(n < 2 ? { ends: '2024-01-01' } : {}) }))].join('\n'),
  );
  expect(alone.findings.map(({ row, code }) => [row, code])).toEqual([[1, 'successors-miss-area']]);
});
