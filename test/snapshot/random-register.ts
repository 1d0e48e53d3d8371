import fc from 'fast-check';
import type { Geometry } from 'geojson';
import type { Intent } from '../../src/kernel/log/intent.ts';
import type { PageQuestion } from '../../src/kernel/query/question.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';

/** A register with a field of every kind, random changes of it, and random questions about it. */
const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

export const places = defineRegister({
  id: 'places',
  title: same('Places'),
  description: same('Places of every kind'),
  geometry: 'Geometry',
  provenance: false,
  validTime: { kind: 'interval' },
  access: { read: 'public', rows: "kind IS NULL OR kind <> 'hidden'" },
  fields: [
    { name: 'kind', type: 'string', title: same('Kind') },
    { name: 'size', type: 'number', title: same('Size') },
    { name: 'count', type: 'integer', title: same('Count') },
    { name: 'built', type: 'date', title: same('Built') },
    { name: 'open', type: 'boolean', title: same('Open') },
    { name: 'name', type: 'localized', title: same('Name') },
    { name: 'secret', type: 'string', title: same('Secret'), secrecy: 'restricted' },
  ],
});

const coordinate = fc.integer({ min: 0, max: 20 }).map((n) => 44 + n / 4);
const position = fc.tuple(coordinate, coordinate);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const geometry: fc.Arbitrary<Geometry | null> = fc.oneof(
  { weight: 3, arbitrary: position.map((coordinates) => ({ type: 'Point' as const, coordinates })) },
  fc
    .array(position, { minLength: 2, maxLength: 5 })
    .filter((line) => line.some(([x, y]) => x !== line[0]![0] || y !== line[0]![1]))
    .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  {
    weight: 3,
    arbitrary: fc
      .record({ at: position, width: fc.constantFrom(0.1, 0.25, 1, 5), skew: fc.constantFrom(0, 0.1, 0.25) })
      .map(({ at: [x, y], width, skew }) => ({
        type: 'Polygon' as const,
        coordinates: [
          [
            [x, y],
            [x + width, y + skew],
            [x + width + skew, y + width + skew],
            [x + skew, y + width],
            [x, y],
          ],
        ],
      })),
  },
  fc.constant<Geometry>({
    type: 'Polygon',
    coordinates: [
      [
        [44, 44],
        [49, 44],
        [49, 49],
        [44, 49],
        [44, 44],
      ],
      [
        [45, 45],
        [45, 48],
        [48, 48],
        [48, 45],
        [45, 45],
      ],
    ],
  }),
  fc.constant(null),
);

const body = fc.record({
  properties: fc.record({
    kind: optional(fc.constantFrom('a', 'b', 'ə', 'hidden')),
    size: optional(fc.constantFrom(-1.5, 0, 2, 1e300)),
    count: optional(fc.constantFrom(0, 1, 7, 9007199254740991)),
    built: optional(fc.constantFrom('2019-12-31', '2020-01-01', '9999-12-31')),
    open: optional(fc.boolean()),
    name: optional(fc.constant({ en: 'Name' })),
    secret: optional(fc.constantFrom('x', 'y')),
  }),
  geometry,
});

export const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString();
const valid = fc
  .tuple(optional(fc.integer({ min: 0, max: 9 })), optional(fc.integer({ min: 1, max: 9 })))
  .map(([from, length]) => ({
    from: from === null ? null : day(from),
    to: length === null ? null : day((from ?? 0) + length),
  }));

/** Changes of a handful of records, so that they meet one another. */
export const change: fc.Arbitrary<Intent> = fc
  .record({
    record: fc.integer({ min: 0, max: 40 }),
    body: optional(body),
    valid: fc.option(valid, { nil: undefined }),
  })
  .map(({ record, body: said, valid: period }) => ({
    register: 'places',
    record: `place-${record}`,
    ...(period ? { valid: period } : {}),
    ...(said === null ? { verb: 'retire' as const } : { verb: 'replace' as const, body: said }),
  }));

const filters = [
  { op: '=', args: [{ property: 'kind' }, 'a'] },
  { op: '<>', args: [{ property: 'kind' }, 'b'] },
  { op: 'like', args: [{ property: 'kind' }, '%ə%'] },
  { op: 'in', args: [{ property: 'kind' }, ['a', 'ə']] },
  { op: '>', args: [{ property: 'size' }, 0] },
  { op: '<=', args: [{ property: 'count' }, 1] },
  { op: 'between', args: [{ property: 'size' }, 0, 2] },
  { op: '<', args: [{ property: 'built' }, { date: '2020-01-01' }] },
  { op: 't_after', args: [{ property: 'built' }, { date: '2019-12-31' }] },
  { op: '=', args: [{ property: 'open' }, true] },
  { op: 'isNull', args: [{ property: 'built' }] },
  { op: '>', args: [{ op: '+', args: [{ property: 'size' }, { property: 'count' }] }, 1] },
  { op: '=', args: [{ property: 'name' }, 'Name'] },
] as const;
const leaf = fc.constantFrom(...filters);
const filter = fc.oneof(
  leaf,
  leaf.map((arg) => ({ op: 'not', args: [arg] })),
  fc.tuple(fc.constantFrom('and', 'or'), leaf, leaf).map(([op, a, b]) => ({ op, args: [a, b] })),
);

const box = fc
  .tuple(coordinate, coordinate, fc.constantFrom(0.01, 0.25, 1, 3.3, 10), fc.constantFrom(0.01, 0.25, 2, 10))
  .map(([x, y, width, height]) => [x, y, x + width, y + height] as const);

const instant = fc.integer({ min: -1, max: 19 }).map(day);
const datetime = fc.oneof(
  instant.map((at) => ({ from: at, to: at })),
  fc.tuple(instant, instant).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
);

export const question: fc.Arbitrary<Omit<PageQuestion, 'caller'>> = fc
  .record({
    bbox: fc.option(box, { nil: undefined }),
    filter: fc.option(filter, { nil: undefined }),
    datetime: fc.option(datetime, { nil: undefined }),
    properties: fc.option(fc.constantFrom(['kind'], ['size', 'name']), { nil: undefined }),
    skipGeometry: fc.option(fc.constant(true), { nil: undefined }),
    limit: fc.constantFrom(1, 3, 100),
  })
  .map((asked) => {
    const given = Object.entries(asked).filter(([, value]) => value !== undefined);
    return { register: 'places', ...Object.fromEntries(given) } as Omit<PageQuestion, 'caller'>;
  });
