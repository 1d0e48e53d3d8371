import fc from 'fast-check';
import sql, { raw } from 'sql-template-tag';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/kernel/errors.ts';
import { readOperations } from '../../src/kernel/log/batch/read-operations.ts';
import { runBatch } from '../../src/kernel/log/batch/run-batch.ts';
import { tableOf } from '../../src/kernel/register/columns.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { box, register, same, told } from './land.ts';

const dated = register('dated', {
  fields: [{ name: 'use', type: 'string' }],
  rules: [{ kind: 'no-overlap', id: 'apart' }],
  lineage: { toleranceM2: 1 },
});
const stated = register('stated', { validTime: { kind: 'interval' }, lineage: {} });
const plain = register('plain');

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel([dated, stated, plain]);
});
afterAll(() => kernel.database.close());

const run = (operations: unknown, dryRun = false) =>
  runBatch(kernel, readOperations(operations, kernel.registry), { ...byAdministrator, dryRun });
const refusal = (operations: unknown) =>
  run(operations).then(
    () => [],
    (problem: Problem) => {
      if (!problem.violations) throw problem;
      return problem.violations;
    },
  );

const piece = (id: string, ...at: Parameters<typeof box>) => ({ id, properties: {}, geometry: box(...at) });
const create = (into: string, id: string, properties: object, ...at: Parameters<typeof box>) => ({
  op: 'create',
  register: into,
  id,
  properties,
  geometry: box(...at),
});

/** Ids of the records that hold on a day. */
async function holding(id: string, day: string): Promise<readonly string[]> {
  const page = await kernel.reader.page({
    register: id,
    caller: byAdministrator.caller,
    datetime: { from: `${day}T00:00:00Z`, to: `${day}T00:00:00Z` },
    limit: 1000,
  });
  return page.records.map((record) => record.id).sort();
}

describe.each(['dated', 'stated'])('%s: a split', (id) => {
  const starts = id === 'dated' ? { starts: '2020-01-01' } : {};

  test('ends one record and begins the others at the same moment', async () => {
    await run([create(id, 'a', starts, 0, 0, 100, 100)]);
    const split = {
      op: 'split',
      register: id,
      id: 'a',
      at: '2024-06-01',
      into: [piece('a1', 0, 0, 50, 100), piece('a2', 50, 0, 100, 100)],
    };
    const planned = await run([split], true);
    expect(planned[0]?.records.map((record) => record.id)).toEqual(['a', 'a1', 'a2']);
    expect(planned[0]?.records[1]?.entries).toMatchObject([
      { body: { properties: { predecessors: ['a'] } }, valid: { from: '2024-06-01T00:00:00Z' } },
    ]);
    expect(await holding(id, '2024-06-02'), 'a dry run writes nothing').toEqual(['a']);
    await run([split]);
    expect(await holding(id, '2024-05-31')).toEqual(['a']);
    expect(await holding(id, '2024-06-01')).toEqual(['a1', 'a2']);
  });

  test('a merger makes one of several, also of what the same batch made', async () => {
    const { length } = await run([
      {
        op: 'split',
        register: id,
        id: 'a1',
        at: '2025-01-01',
        into: [piece('b1', 0, 0, 50, 40), piece('b2', 0, 40, 50, 100)],
      },
      {
        op: 'merge',
        register: id,
        ids: ['b2', 'a2'],
        at: '2025-02-01',
        into: { id: 'c', properties: {}, geometry: { type: 'Polygon', coordinates: [outline] } },
      },
    ]);
    expect(length).toBe(2);
    expect(await holding(id, '2025-01-15')).toEqual(['a2', 'b1', 'b2']);
    expect(await holding(id, '2025-02-01')).toEqual(['b1', 'c']);
  });

  test('pieces that miss part of it, overlap or come at another time are refused', async () => {
    const split = (...into: object[]) => [{ op: 'split', register: id, id: 'c', at: '2026-01-01', into }];
    const missing = await refusal(split(piece('x', 50, 0, 100, 100), piece('y', 0, 50, 50, 100)));
    expect(told(missing)).toEqual(['/0/into/0/geometry successors-miss-area']);
    expect(missing[0]?.geometry).toMatchObject({ type: 'Polygon' });
    const twice = told(await refusal(split(piece('x', 50, 0, 100, 100), piece('y', 0, 40, 60, 100))));
    const code = id === 'dated' ? 'overlaps y' : 'successors-overlap';
    expect(twice).toContain(`/0/into/0/geometry ${code}`);
    expect(
      told(await refusal([{ op: 'merge', register: id, ids: ['b1', 'gone'], into: piece('z', 0, 0, 1, 1) }])),
    ).toContain('/0/ids/1 record-not-found');
  });
});

const outline = [
  ...box(0, 40, 100, 100).coordinates[0]!.slice(0, 1),
  ...box(50, 40, 100, 100).coordinates[0]!.slice(0, 1),
  ...box(50, 0, 100, 100).coordinates[0]!.slice(0, 3),
  ...box(0, 0, 100, 100).coordinates[0]!.slice(3, 4),
  ...box(0, 40, 100, 100).coordinates[0]!.slice(0, 1),
];

test('a record that would have ended later binds its successors', async () => {
  await run([create('dated', 'lease', { starts: '2020-01-01', ends: '2030-01-01' }, 0, 500, 10, 510)]);
  const into = (ends?: string) => [
    {
      op: 'split',
      register: 'dated',
      id: 'lease',
      at: '2024-01-01',
      into: [piece('l1', 0, 500, 5, 510), piece('l2', 5, 500, 10, 510)].map((each) => ({
        ...each,
        properties: ends === undefined ? {} : { ends },
      })),
    },
  ];
  expect(await refusal(into())).toMatchObject([
    { pointer: '/0/into/0', code: 'successor-end', params: { to: '2030-01-01' } },
    { pointer: '/0/into/1', code: 'successor-end' },
  ]);
  expect(await refusal(into('2030-01-01'))).toEqual([]);
});

test('a create that names predecessors is held to the same', async () => {
  const claim = { ...create('dated', 'claim', { predecessors: ['c'] }, 900, 900, 910, 910) };
  expect(told(await refusal([claim]))).toEqual(['/0/properties/predecessors predecessor-not-ending c']);
});

describe('what cannot be read is refused at once, with pointers', () => {
  test.each([
    [{}, [' not-a-list']],
    [[], [' too-few-members']],
    [
      [
        { op: 'erase' },
        { op: 'create', register: 'nowhere', colour: 1 },
        { op: 'split', register: 'dated', id: 7, into: [{}] },
      ],
      [
        '/0/op not-allowed',
        '/1/colour member-unknown',
        '/1/properties required',
        '/1/register register-unknown',
        '/2/id type-string',
        '/2/into too-few-members',
        '/2/into/0/properties required',
        '/2/into/0/properties not-an-object',
      ],
    ],
    [[{ op: 'retire', register: 'dated', id: 'a', ifMatch: 'six' }], ['/0/ifMatch etag']],
    [
      [{ op: 'split', register: 'plain', id: 'a', into: [piece('x', 0, 0, 1, 1), piece('y', 0, 0, 1, 1)] }],
      ['/0 no-lineage'],
    ],
    [
      [
        {
          op: 'split',
          register: 'dated',
          id: 'c',
          at: '2024-01-01T12:00:00Z',
          into: [piece('x', 0, 0, 1, 1), piece('y', 0, 0, 1, 1)],
        },
      ],
      ['/0/at lineage-instant'],
    ],
  ])('%j', async (operations, expected) => {
    const found = await Promise.resolve()
      .then(() => refusal(operations))
      .catch((problem: Problem) => problem.violations);
    expect(told(found).sort()).toEqual([...expected].sort());
  });
});

test('everything that is wrong with a batch comes at once, what the registers and what the tables say', async () => {
  const found = await refusal([
    create('dated', 'n1', { use: 7 }, 0, 0, 30, 30),
    { op: 'update', register: 'dated', id: 'b1', properties: { colour: 'red' }, ifMatch: '"1"' },
    { op: 'retire', register: 'dated', id: 'never' },
    create('dated', 'n2', { starts: '2020-02-30' }, 20, 0, 60, 30),
  ]);
  expect(told(found)).toEqual(
    expect.arrayContaining([
      '/0/properties/use type-string',
      '/1 precondition-failed',
      '/2 record-not-found',
      '/3/properties/starts type-date',
      '/0/geometry overlaps n2',
    ]),
  );
});

interface Rectangle {
  readonly id: string;
  readonly at: [number, number, number, number];
}

/** Splits or merges rectangles of a field by chance: what the batch is, and what is left. */
function step(
  live: readonly Rectangle[],
  chance: readonly number[],
  n: number,
): { next: Rectangle[]; operation: object } | undefined {
  const [pick = 0, share = 0.5, kind = 0] = chance;
  const at = `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
  const chosen = live[Math.floor(pick * live.length)]!;
  const [w, s, e, north] = chosen.at;
  if (kind < 0.4) {
    for (const other of live) {
      const [ow, os, oe, on] = other.at;
      const isBeside = ow === e && os === s && on === north;
      const isAbove = os === north && ow === w && oe === e;
      if (!isBeside && !isAbove) continue;
      const one = { id: `m${n}`, at: [w, s, oe, on] as Rectangle['at'] };
      const operation = {
        op: 'merge',
        register: 'field',
        ids: [chosen.id, other.id],
        at,
        into: piece(one.id, ...one.at),
      };
      return { next: [...live.filter((each) => each !== chosen && each !== other), one], operation };
    }
  }
  const isWide = e - w >= north - s;
  const length = isWide ? e - w : north - s;
  if (length < 4) return undefined;
  const cut = 1 + Math.floor(share * (length - 2));
  const parts: Rectangle['at'][] = isWide
    ? [
        [w, s, w + cut, north],
        [w + cut, s, e, north],
      ]
    : [
        [w, s, e, s + cut],
        [w, s + cut, e, north],
      ];
  const into = parts.map((part, i) => ({ id: `s${n}-${i}`, at: part }));
  const operation = {
    op: 'split',
    register: 'field',
    id: chosen.id,
    at,
    into: into.map((each) => piece(each.id, ...each.at)),
  };
  return { next: [...live.filter((each) => each !== chosen), ...into], operation };
}

test('random splits and mergers keep the area and never overlap, at any moment', async () => {
  const chances = fc.array(
    fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 3, maxLength: 3 }),
    {
      minLength: 5,
      maxLength: 30,
    },
  );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(chances, async (steps) => {
      const id = `field-${round++}`;
      await kernel.registry.create(
        {
          id,
          title: same(id),
          description: same(id),
          geometry: 'Polygon',
          validTime: { kind: 'interval', from: 'starts', to: 'ends' },
          lineage: { toleranceM2: 0.5 },
          fields: ['starts', 'ends'].map((name) => ({ name, type: 'date' as const, title: same(name) })),
        },
        'test',
      );
      let live: Rectangle[] = [{ id: 'whole', at: [0, 0, 400, 400] }];
      const operations: object[] = [create(id, 'whole', { starts: '1999-01-01' }, 0, 0, 400, 400)];
      for (const [n, chance] of steps.entries()) {
        const made = step(live, chance, n);
        if (!made) continue;
        live = made.next;
        operations.push({ ...made.operation, register: id });
      }
      await run(operations);
      const table = raw(tableOf(id));
      const rows = await kernel.database.query<{ at: string; summed: number; united: number }>(sql`
        select m.at, sum(ST_Area(t._geometry::geography)) as summed, ST_Area(ST_Union(t._geometry)::geography) as united
        from ${table} t join (select distinct _valid_from as at from ${table}) m
          on t._valid_from <= m.at and t._valid_to > m.at
        where t._known_to = ${Number.MAX_SAFE_INTEGER}::bigint group by 1`);
      expect(rows.length).toBeGreaterThanOrEqual(operations.length);
      for (const { summed, united } of rows) {
        expect(Math.abs(summed - rows[0]!.summed)).toBeLessThan(0.5);
        expect(Math.abs(summed - united)).toBeLessThan(0.5);
      }
      const now = await kernel.database.query<{ id: string }>(
        sql`select _record as id from ${table} where _valid_to = 'infinity' and _known_to = ${Number.MAX_SAFE_INTEGER}::bigint`,
      );
      expect(now.map((row) => row.id).sort()).toEqual(live.map((each) => each.id).sort());
    }),
    { numRuns: Number(process.env.UFUQ_LINEAGE_RUNS ?? 12) },
  );
}, 120_000);
