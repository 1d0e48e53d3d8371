import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { openKernel, type TestKernel } from '../engines/kernel.ts';
import { box, create, refusalOf, register, told } from './land.ts';

const districts = register('districts', {
  fields: [
    { name: 'kind', type: 'string' },
    { name: 'region', type: 'string', ref: 'regions' },
  ],
  rules: [
    { kind: 'no-overlap', id: 'apart' },
    { kind: 'no-gap', id: 'whole', parent: 'region', toleranceM2: 5 },
  ],
});
const plots = register('plots', {
  fields: [
    { name: 'district', type: 'string', ref: 'districts' },
    { name: 'layer', type: 'string' },
    { name: 'book', type: 'string' },
    { name: 'page', type: 'integer' },
    { name: 'heirs', type: 'array', items: 'string', ref: 'plots' },
  ],
  rules: [
    { kind: 'no-overlap', id: 'apart', partition: ['layer'], toleranceM2: 2 },
    { kind: 'within', id: 'inside', register: 'districts', by: 'district', toleranceM: 3 },
    { kind: 'unique', id: 'once-in-the-book', fields: ['book', 'page'] },
    { kind: 'reference', id: 'district-holds', field: 'district' },
    {
      id: 'not-in-a-lake',
      holds: "district.kind <> 'lake'",
      sentence: {
        az: 'Göldə sahə olmaz.',
        en: 'No plot lies in a lake.',
        ar: 'لا قطعة في بحيرة.',
        fa: 'قطعه‌ای در دریاچه نیست.',
      },
    },
  ],
});
const wells = register('wells', {
  geometry: 'Point',
  rules: [{ kind: 'within', id: 'somewhere', register: 'plots', toleranceM: 1 }],
});

let kernel: TestKernel;
const refusal = (...intents: Intent[]) => refusalOf(kernel, ...intents);
beforeAll(async () => {
  kernel = await openKernel([register('regions'), districts, plots, wells]);
  expect(
    await refusal(
      create('regions', 'r', {}, box(0, 0, 2000, 1000)),
      create('districts', 'west', { region: 'r', kind: 'town' }, box(0, 0, 1000, 1000)),
      create('districts', 'east', { region: 'r', kind: 'town' }, box(1000, 0, 2000, 1000)),
    ),
  ).toEqual([]);
});
afterAll(() => kernel.database.close());

const plot = (record: string, properties: Record<string, unknown>, ...at: Parameters<typeof box>) =>
  create('plots', record, { district: 'west', layer: 'a', ...properties }, box(...at));

describe('no overlap', () => {
  test('what overlaps is refused with the piece and the other record, and its edge is not', async () => {
    expect(await refusal(plot('p1', {}, 0, 0, 100, 100))).toEqual([]);
    expect(await refusal(plot('p2', {}, 100, 0, 200, 100))).toEqual([]);
    const [violation, ...more] = await refusal(plot('p3', {}, 90, 50, 150, 150));
    expect(more.map(({ other }) => other?.record)).toEqual(['p2']);
    expect(violation).toMatchObject({
      pointer: '/geometry',
      code: 'overlaps',
      other: { register: 'plots', record: 'p1' },
      geometry: { type: 'MultiPolygon' },
    });
    // 10 by 50 units, on the ellipsoid at 40.4° north.
    expect(Number(violation?.params?.area)).toBeCloseTo(10 * 50 * 0.8491 * 1.1104, -1);
  });

  test('what the tolerance lets pass, another partition and another time do not count', async () => {
    expect(await refusal(plot('p4', {}, 0, 99.99, 100, 200))).toEqual([]);
    expect(await refusal(plot('p5', { layer: 'b' }, 0, 0, 100, 100))).toEqual([]);
    const past = { layer: 'c', starts: '2001-01-01', ends: '2002-01-01' };
    expect(await refusal(plot('p6', past, 0, 0, 50, 50))).toEqual([]);
    const later = { layer: 'c', starts: '2002-01-01' };
    expect(await refusal(plot('p7', later, 0, 0, 50, 50))).toEqual([]);
    const between = { layer: 'c', starts: '2001-12-31' };
    expect(told(await refusal(plot('p8', between, 0, 0, 50, 50)))).toEqual([
      '/geometry overlaps p6',
      '/geometry overlaps p7',
    ]);
  });

  test('two of one batch are told once, at the place in the batch', async () => {
    const batch = [plot('q1', { layer: 'd' }, 0, 0, 50, 50), plot('q2', { layer: 'd' }, 40, 0, 90, 50)];
    expect(told(await refusal(...batch))).toEqual(['/0/geometry overlaps q2']);
  });
});

describe('within', () => {
  test('what reaches out further than the tolerance is refused with the part outside', async () => {
    const far = await refusal(plot('o1', { layer: 'o' }, 950, 0, 1010, 50));
    expect(far).toMatchObject([
      { code: 'outside', other: { record: 'west' }, geometry: { type: 'Polygon' } },
    ]);
    // 3 units are 2.5 m.
    expect(await refusal(plot('o2', { layer: 'o' }, 950, 0, 1003, 50))).toEqual([]);
  });

  test('without a field, all records of the other register hold it together', async () => {
    const at = (x: number, y: number) => ({
      type: 'Point' as const,
      coordinates: box(x, y, 0, 0).coordinates[0]![0]!,
    });
    expect(told(await refusal(create('wells', 'w1', {}, at(500, 500))))).toEqual(['/geometry outside']);
    expect(await refusal(create('wells', 'w2', { starts: '2020-01-01' }, at(100, 50)))).toEqual([]);
    const shrunk = {
      verb: 'update' as const,
      register: 'plots',
      record: 'p2',
      geometry: box(150, 0, 200, 100),
    };
    expect(await refusal(shrunk), 'p1 still touches the well').toEqual([]);
    const both = { ...shrunk, record: 'p1', geometry: box(0, 0, 50, 100) };
    const other = { ...shrunk, record: 'p5', geometry: box(0, 0, 50, 100) };
    expect(told(await refusal(both, other))).toEqual(['/0 leaves-outside w2']);
  });

  test('a container that shrinks away from what it holds is refused', async () => {
    const shrunk = {
      verb: 'update' as const,
      register: 'districts',
      record: 'west',
      geometry: box(0, 0, 950, 1000),
    };
    const found = told(await refusal(shrunk));
    expect(found).toContain(' leaves-outside o2');
    expect(found.some((each) => each.endsWith('gap r'))).toBe(true);
  });
});

test('fields that are unique together are so at one time only', async () => {
  const page = { layer: 'u1', book: 'A', page: 7, starts: '2010-01-01' };
  expect(await refusal(plot('u1', page, 300, 0, 310, 10))).toEqual([]);
  expect(told(await refusal(plot('u2', page, 320, 0, 330, 10)))).toEqual([
    '/properties/book not-unique-together u1',
  ]);
  expect(await refusal(plot('u3', { ...page, page: 8 }, 320, 0, 330, 10))).toEqual([]);
  const before = { ...page, starts: '2009-01-01', ends: '2010-01-01' };
  expect(await refusal(plot('u4', before, 340, 0, 350, 10))).toEqual([]);
});

describe('references', () => {
  test('the referred record must hold for as long', async () => {
    const young = create(
      'districts',
      'young',
      { starts: '2015-01-01', ends: '2018-01-01' },
      box(0, 2000, 1000, 3000),
    );
    const again = create('districts', 'again', {}, null);
    expect(await refusal(young, again)).toEqual([]);
    const inside = { district: 'young', layer: 'y', starts: '2015-01-01', ends: '2018-01-01' };
    expect(await refusal(plot('y1', inside, 0, 2000, 10, 2010))).toEqual([]);
    const found = await refusal(plot('y2', { ...inside, ends: '2018-01-02' }, 20, 2000, 30, 2010));
    expect(found).toMatchObject([
      {
        pointer: '/properties/district',
        code: 'reference-not-holding',
        params: { value: 'young', from: '2015-01-01', to: '2018-01-02' },
      },
    ]);
  });

  test('what others refer to is neither shortened nor taken away, and they are named', async () => {
    const shorter = {
      verb: 'update' as const,
      register: 'districts',
      record: 'young',
      properties: { ends: '2017-01-01' },
    };
    expect(await refusal(shorter)).toMatchObject([
      { code: 'still-referred', params: { register: 'plots', field: 'district', count: 1, records: 'y1' } },
    ]);
    const all = { from: null, to: null };
    const gone = { verb: 'retire' as const, register: 'districts', record: 'young', valid: all };
    expect(told(await refusal(gone))).toContain(' still-referred y1');
    const plotGone = { verb: 'retire' as const, register: 'plots', record: 'y1', valid: all };
    expect(await refusal(plotGone, gone), 'in one batch both may go').toEqual([]);
  });

  test('a list of references holds what it names, too', async () => {
    expect(await refusal(plot('h1', { layer: 'h', heirs: ['u3'] }, 400, 0, 410, 10))).toEqual([]);
    const gone = {
      verb: 'retire' as const,
      register: 'plots',
      record: 'u3',
      valid: { from: null, to: null },
    };
    expect(told(await refusal(gone))).toEqual([' still-referred h1']);
  });
});

describe('no gap', () => {
  const region = (...intents: Intent[]) =>
    refusal(create('regions', 'g', {}, box(0, 5000, 100, 5100)), ...intents);
  const member = (record: string, ...at: Parameters<typeof box>) =>
    create('districts', record, { region: 'g' }, box(...at));

  test('members cover their parent, or the gap is drawn', async () => {
    const found = await region(member('g1', 0, 5000, 50, 5100), member('g2', 60, 5000, 100, 5100));
    expect(told(found)).toEqual(['/1/geometry gap g']);
    expect(found[0]?.geometry).toMatchObject({ type: 'MultiPolygon' });
    expect(await region(member('g1', 0, 5000, 50, 5100), member('g2', 50.01, 5000, 100, 5100))).toEqual([]);
  });

  test('one that goes leaves a gap at that time, all together may', async () => {
    const end = (record: string) => ({
      verb: 'update' as const,
      register: 'districts',
      record,
      properties: { ends: '2020-01-01' },
    });
    expect(told(await refusal(end('g1')))).toEqual(['/geometry gap g']);
    expect(await refusal(end('g1'), end('g2'))).toEqual([]);
  });

  test('a parent that grows is asked as well', async () => {
    const grown = {
      verb: 'update' as const,
      register: 'regions',
      record: 'g',
      geometry: box(0, 5000, 100, 5200),
    };
    expect(told(await refusal(grown))).toEqual([' gap g']);
  });
});

describe('conditions on a referred record', () => {
  test('are asked of the record and of what it refers to', async () => {
    expect(await refusal(create('districts', 'pond', { kind: 'lake' }, box(0, 7000, 100, 7100)))).toEqual([]);
    const found = await refusal(plot('l1', { district: 'pond', layer: 'l' }, 0, 7000, 10, 7010));
    expect(found).toMatchObject([{ code: 'rule', params: { sentence_en: 'No plot lies in a lake.' } }]);
    const flooded = {
      verb: 'update' as const,
      register: 'districts',
      record: 'west',
      properties: { kind: 'lake' },
    };
    expect(told(await refusal(flooded))[0]).toMatch(/^ rule-of-other /);
  });
});

test('everything that is wrong comes at once', async () => {
  const found = await refusal(
    plot('e1', { book: 'A', page: 7, starts: '2011-01-01', district: 'nowhere' }, 10, 10, 20, 20),
    create(
      'plots',
      'e2',
      { district: 'west', layer: 'e' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [49.8, 40.4],
            [49.801, 40.401],
            [49.801, 40.4],
            [49.8, 40.401],
            [49.8, 40.4],
          ],
        ],
      },
    ),
  );
  expect(told(found).sort()).toEqual([
    '/0/geometry overlaps p1',
    '/0/properties/book not-unique-together u1',
    '/0/properties/district reference-missing',
    '/1/geometry geometry-invalid',
  ]);
});
