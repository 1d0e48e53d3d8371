import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byAdministrator, openKernel, type TestKernel } from '../../../test/engines/kernel.ts';
import { administrator, anonymous } from '../access/caller.ts';
import type { Problem } from '../errors.ts';
import type { PageQuestion } from '../query/question.ts';
import { defineRegister } from '../register/define-register.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const field = (name: string, type: 'string' | 'integer' | 'date') => ({ name, type, title: same(name) });

const owners = defineRegister({
  id: 'owners',
  title: same('Owners'),
  description: same('Who owns'),
  geometry: null,
  provenance: false,
  fields: [{ ...field('name', 'string'), required: true }],
});

const centres = defineRegister({
  id: 'centres',
  title: same('Centres'),
  description: same('Buildings with a time'),
  geometry: 'Polygon',
  provenance: false,
  validTime: { kind: 'interval', from: 'opened', to: 'closed' },
  fields: [
    { ...field('name', 'string'), required: true },
    { ...field('code', 'string'), unique: true },
    { ...field('racks', 'integer'), minimum: 0 },
    { ...field('owner', 'string'), ref: 'owners' },
    field('opened', 'date'),
    field('closed', 'date'),
  ],
});

const square = (x: number, y: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y],
    ],
  ],
});

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel([owners, centres]);
}, 120_000);
afterAll(() => kernel.database.close());

const ask = async (question: Partial<PageQuestion> = {}) => {
  const page = await kernel.reader.page({
    register: 'centres',
    caller: administrator,
    limit: 10,
    ...question,
  });
  return page.records.map((record) => record.id);
};

async function refusal(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => Promise.reject(new Error('was not refused')),
    (problem) => problem,
  );
}

describe('writing to the log', () => {
  test('what is created is found, by id and by list, and carries its position', async () => {
    const [written] = await kernel.writer.write(
      [
        {
          verb: 'create',
          register: 'owners',
          record: 'state',
          body: { properties: { name: 'Dövlət' }, geometry: null },
        },
      ],
      byAdministrator,
    );
    const item = await kernel.reader.item({ register: 'owners', caller: anonymous }, 'state');
    expect(item?.properties).toEqual({ name: 'Dövlət' });
    expect(item?.knownFrom).toBe(written!.position);
    expect(await kernel.reader.position()).toBe(written!.position);
  });

  test('only who may write writes', async () => {
    const problem = await refusal(
      kernel.writer.write(
        [{ verb: 'create', register: 'owners', body: { properties: { name: 'x' }, geometry: null } }],
        { caller: anonymous, cause: 'test' },
      ),
    );
    expect(problem.id).toBe('not-authorised');
  });

  test('every violation comes at once, with a pointer into the batch', async () => {
    const before = await kernel.reader.position();
    const problem = await refusal(
      kernel.writer.write(
        [
          {
            verb: 'create',
            register: 'centres',
            body: { properties: { racks: -1, colour: 'red' }, geometry: null },
          },
          {
            verb: 'create',
            register: 'centres',
            body: { properties: { name: 7 }, geometry: { type: 'Point', coordinates: [49.9, 95] } },
          },
        ],
        byAdministrator,
      ),
    );
    expect(problem.violations.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/0/properties/name required',
      '/0/properties/racks below-minimum',
      '/0/properties/colour property-unknown',
      '/1/properties/name type-string',
      '/1/geometry/coordinates coordinate-out-of-range',
    ]);
    expect(await kernel.reader.position()).toBe(before);
  });

  test('crossing rings, repeated values and references to nothing are refused, and nothing of the batch stays', async () => {
    const bowTie = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [49, 40],
          [49.1, 40.1],
          [49.1, 40],
          [49, 40.1],
          [49, 40],
        ],
      ],
    };
    const before = await kernel.reader.position();
    const problem = await refusal(
      kernel.writer.write(
        [
          {
            verb: 'create',
            register: 'centres',
            record: 'a',
            body: { properties: { name: 'a', code: 'X' }, geometry: bowTie },
          },
          {
            verb: 'create',
            register: 'centres',
            record: 'b',
            body: { properties: { name: 'b', code: 'X', owner: 'nobody' }, geometry: null },
          },
        ],
        byAdministrator,
      ),
    );
    expect(problem.violations.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/0/geometry geometry-invalid',
      '/0/properties/code not-unique',
      '/1/properties/code not-unique',
      '/1/properties/owner reference-missing',
    ]);
    expect(problem.violations.find((v) => v.code === 'geometry-invalid')?.geometry).toMatchObject({
      type: 'Point',
    });
    expect(await kernel.reader.position()).toBe(before);
    expect(await ask()).toEqual([]);
  });

  test('datetime asks what was true, asOf what was known', async () => {
    kernel.testClock.set('2024-01-01T00:00:00Z');
    const body = { properties: { name: 'Bakı', opened: '2015-05-01' }, geometry: square(49.8, 40.4) };
    await kernel.writer.write(
      [{ verb: 'create', register: 'centres', record: 'baku', body }],
      byAdministrator,
    );
    kernel.testClock.set('2025-01-01T00:00:00Z');
    await kernel.writer.write(
      [
        {
          verb: 'update',
          register: 'centres',
          record: 'baku',
          properties: { opened: '2016-01-01', closed: '2020-01-01' },
        },
      ],
      byAdministrator,
    );
    const on = (day: string) => ({ from: `${day}T00:00:00Z`, to: `${day}T00:00:00Z` });
    expect(await ask({ datetime: on('2015-06-01') })).toEqual([]);
    expect(await ask({ datetime: on('2015-06-01'), asOf: '2024-06-01T00:00:00Z' })).toEqual(['baku']);
    expect(await ask({ datetime: on('2017-06-01') })).toEqual(['baku']);
    expect(await ask({ datetime: on('2021-06-01') })).toEqual([]);
    expect(await ask({ datetime: on('2021-06-01'), asOf: '2024-06-01T00:00:00Z' })).toEqual(['baku']);
    expect(await ask({ datetime: { from: null, to: null } })).toEqual(['baku']);
    expect(
      await kernel.reader.count({ register: 'centres', caller: anonymous, datetime: on('2017-06-01') }),
    ).toEqual({
      count: 1,
      isExact: true,
    });
    const history = await kernel.reader.history('centres', 'baku', anonymous, { limit: 10 });
    expect(history.map((entry) => entry.body?.properties.opened ?? null)).toEqual([
      '2016-01-01',
      null,
      '2015-05-01',
    ]);
    expect(history[0]).toMatchObject({
      actor: 'administrator',
      cause: 'test',
      recordedAt: '2025-01-01T00:00:00Z',
    });
  });

  test('a stale precondition is refused, a fresh one is not; retiring leaves the past', async () => {
    kernel.testClock.set('2026-01-01T00:00:00Z');
    const body = { properties: { name: 'Gəncə', code: 'G' }, geometry: square(46.3, 40.6) };
    const [made] = await kernel.writer.write(
      [{ verb: 'create', register: 'centres', record: 'ganja', body }],
      byAdministrator,
    );
    const rename = {
      verb: 'update' as const,
      register: 'centres',
      record: 'ganja',
      properties: { racks: 4 },
    };
    const [renamed] = await kernel.writer.write([{ ...rename, ifMatch: [made!.position] }], byAdministrator);
    expect(
      (await refusal(kernel.writer.write([{ ...rename, ifMatch: [made!.position] }], byAdministrator))).id,
    ).toBe('precondition-failed');
    await kernel.writer.write(
      [{ verb: 'retire', register: 'centres', record: 'ganja', ifMatch: [renamed!.position] }],
      byAdministrator,
    );
    expect(await kernel.reader.item({ register: 'centres', caller: anonymous }, 'ganja')).toBeUndefined();
    const then = { from: '2025-06-01T00:00:00Z', to: '2025-06-01T00:00:00Z' };
    expect(
      (await kernel.reader.item({ register: 'centres', caller: anonymous, datetime: then }, 'ganja'))
        ?.properties.racks,
    ).toBe(4);
  });

  test('a dry run answers and leaves no trace', async () => {
    const before = await kernel.reader.position();
    const body = { properties: { name: 'Şəki' }, geometry: null };
    const written = await kernel.writer.write(
      [{ verb: 'create', register: 'centres', record: 'sheki', body }],
      {
        ...byAdministrator,
        dryRun: true,
      },
    );
    expect(written).toHaveLength(1);
    expect(await kernel.reader.position()).toBe(before);
    expect(await kernel.reader.item({ register: 'centres', caller: anonymous }, 'sheki')).toBeUndefined();
  });
});

describe('paging', () => {
  test('neither repeats nor skips while records come and go', async () => {
    const create = (n: number) => ({
      verb: 'create' as const,
      register: 'owners',
      record: `o${n}`,
      body: { properties: { name: `owner ${n % 3}` }, geometry: null },
    });
    await kernel.writer.write(
      Array.from({ length: 25 }, (_, n) => create(n)),
      byAdministrator,
    );
    for (const sortBy of [undefined, [{ field: 'name', descending: true }]]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let round = 0; round < 20; round++) {
        const page = await kernel.reader.page({
          register: 'owners',
          caller: anonymous,
          limit: 4,
          cursor,
          sortBy,
        });
        seen.push(...page.records.map((record) => record.id));
        await kernel.writer.write([create(100 + seen.length + (sortBy ? 1000 : 0))], byAdministrator);
        if (round === 1)
          await kernel.writer.write([{ verb: 'retire', register: 'owners', record: 'o20' }], byAdministrator);
        if (round === 1) await kernel.writer.write([create(20)], byAdministrator);
        cursor = page.next;
        if (!cursor) break;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => /^o\d\d?$/.test(id))).toHaveLength(25);
    }
  });
});
