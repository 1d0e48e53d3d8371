import * as fc from 'fast-check';
import type { Geometry } from 'geojson';
import { filterFunctions } from '../../../src/kernel/query/functions.ts';
import {
  arithmeticOperators,
  arrayOperators,
  comparisonOperators,
  spatialOperators,
  temporalOperators,
} from '../../../src/kernel/query/operators.ts';
import type { Cql2Expression } from '../../../src/kernel/query/tree.ts';

/** Random values and well-typed random filters over `randomFields`, nasty ones included. */
type Arb<T = Cql2Expression> = fc.Arbitrary<T>;

const words = [
  '',
  'a',
  'B',
  'Bakı',
  'BAKI',
  'İSMAYILLI',
  'İsmayıllı',
  'ismayilli',
  'Gəncə',
  'GƏNCƏ',
  'Ağdam',
  'qız',
  'QIZ',
  'Straße',
  'STRASSE',
  'ẞ',
  'ΟΔΟΣ',
  'οδος',
  'Οδός',
  'ΌΣΑ',
  'Chișinău',
  'Chisinau',
  'København',
  'KØBENHAVN',
  'Łódź',
  'débárquér',
  'باکو',
  'بَاكُو',
  'آذربایجان',
  'اذربایجان',
  'ي',
  'ی',
  'Ёлка',
  'елка',
  'ЇЖАК',
  'Đà Nẵng',
  'ﬁn',
  '50%',
  'a_b',
  'a\\b',
  "o'clock",
  '\\',
  '\u{10348}',
  '\uffee',
  '  x ',
  'e\u0301',
  'é',
  '한국',
  'ǅ',
  'ŉ',
  'i\u0307',
]; // prettier-ignore
export const text: Arb<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  fc.array(fc.constantFrom(...'aAbBiIıİəƏğĞßςσΣșŞøé%_\\ 1')).map((chars) => chars.slice(0, 6).join('')),
);
export const integer: Arb<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -4, max: 12 }) },
  fc.constantFrom(9007199254740991, -9007199254740991, 2 ** 31, 1_000_000),
);
export const number: Arb<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -40, max: 120 }).map((n) => n / 10) },
  { weight: 2, arbitrary: integer },
  fc.constantFrom(0, 0.5, 1.5, -2.5, 1e300, -1e308, 5e-324, 1e-200, 1.7976931348623157e308, 1e16),
);
export const date: Arb<string> = fc.constantFrom(
  '2020-01-01',
  '2020-01-02',
  '2020-02-29',
  '2021-06-30',
  '0001-01-01',
  '9999-12-31',
  '1969-12-31',
); // prettier-ignore
export const timestamp: Arb<string> = fc.constantFrom(
  '2020-01-01T00:00:00Z',
  '2020-01-01T12:30:00.5Z',
  '2020-01-02T00:00:00Z',
  '2020-01-01T23:59:59.999Z',
  '1969-12-31T23:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2021-06-30T10:00:00+04:00',
); // prettier-ignore

const at = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }));
const size = fc.integer({ min: 1, max: 5 });
const rectangle = fc.tuple(at, size, size).map(([[x, y], w, h]) => [
  [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ],
]); // prettier-ignore
const line = fc.uniqueArray(at, { minLength: 2, maxLength: 4, selector: String });
const simple: Arb<Geometry> = fc.oneof(
  at.map((coordinates) => ({ type: 'Point', coordinates }) as Geometry),
  line.map((coordinates) => ({ type: 'LineString', coordinates }) as Geometry),
  rectangle.map((coordinates) => ({ type: 'Polygon', coordinates }) as Geometry),
  fc
    .uniqueArray(at, { minLength: 1, maxLength: 3, selector: String })
    .map((coordinates) => ({ type: 'MultiPoint', coordinates }) as Geometry), // prettier-ignore
);

const bowTie = at.map(([x, y]) => [
  [
    [x, y],
    [x + 4, y + 4],
    [x + 4, y],
    [x, y + 4],
    [x, y],
  ],
]); // prettier-ignore
const collection = fc
  .array(simple, { minLength: 1, maxLength: 3 })
  .map((geometries) => ({ type: 'GeometryCollection', geometries }) as Geometry); // prettier-ignore
/** Valid geometries, as records have them. */
export const geometry: Arb<Geometry> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: collection },
); // prettier-ignore
const literal: Arb<Geometry> = fc.oneof(
  { weight: 4, arbitrary: geometry },
  { weight: 1, arbitrary: bowTie.map((coordinates) => ({ type: 'Polygon', coordinates }) as Geometry) },
); // prettier-ignore

const property = (...names: string[]): Arb => fc.constantFrom(...names).map((name) => ({ property: name }));
const call = (ops: readonly string[], ...args: Arb[]): Arb =>
  fc.tuple(fc.constantFrom(...ops), fc.tuple(...args)).map(([op, each]) => ({ op, args: each }));
const list = (item: Arb): Arb => fc.array(item, { minLength: 1, maxLength: 3 });

const functionsOf = (type: 'text' | 'number', depth: number): Arb[] =>
  filterFunctions
    .filter((each) => each.returns === type)
    .map((each) =>
      call([each.name], ...each.parameters.map((p) => (p === 'text' ? textOf(depth) : numberOf(depth)))),
    );

function textOf(depth: number): Arb {
  const leaves = [text as Arb, property('s1', 's2', 'title')];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = textOf(depth - 1);
  return fc.oneof(...leaves, call(['casei', 'accenti'], inner), ...functionsOf('text', depth - 1));
}

function numberOf(depth: number): Arb {
  const leaves = [number as Arb, property('i1', 'i2', 'n1', 'n2')];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = numberOf(depth - 1);
  return fc.oneof(...leaves, call(arithmeticOperators, inner, inner), ...functionsOf('number', depth - 1));
}

const instant: Arb = fc.oneof(
  property('d1', 't1', 't2'),
  date.map((each) => ({ date: each })),
  timestamp.map((each) => ({ timestamp: each })),
);
const bound = fc.oneof(fc.constant('..'), date, timestamp, property('d1', 't1', 't2'));
const interval = fc.tuple(bound, bound).map((each) => ({ interval: each }) as unknown as Cql2Expression);
const period: Arb = fc.oneof(instant, interval);

const place: Arb = fc.oneof(
  { weight: 3, arbitrary: property('geom') },
  literal as Arb,
  fc.tuple(at, at).map(([[a, b], [c, d]]) => ({ bbox: [a, Math.min(b, d), c, Math.max(b, d)] })),
);
const words3: Arb = fc.oneof(
  property('tags'),
  fc.array(fc.oneof(text as Arb, property('s1')), { maxLength: 3 }),
);
const numbers3: Arb = fc.oneof(
  property('nums'),
  fc.array(fc.oneof(integer as Arb, property('i1')), { maxLength: 3 }),
); // prettier-ignore

function predicateOf(depth: number): Arb {
  const [t, n] = [textOf(2), numberOf(2)];
  const anyPattern = fc.oneof(text as Arb, call(['casei', 'accenti'], text as Arb));
  const scalar = fc.oneof(t, n, instant, property('b1', 'title', 'tags', 'geom'));
  const leaves: Arb[] = [
    property('b1'),
    call(comparisonOperators, t, t),
    call(comparisonOperators, n, n),
    call(comparisonOperators, instant, instant),
    call(comparisonOperators, property('b1'), fc.boolean()),
    call(['between'], n, n, n),
    call(['between'], instant, instant, instant),
    call(['in'], t, list(t)),
    call(['in'], n, list(n)),
    call(['in'], instant, list(instant)),
    call(['like'], t, anyPattern),
    call(['isNull'], scalar),
    call(spatialOperators, place, place),
    call(temporalOperators, period, period),
    call(arrayOperators, words3, words3),
    call(arrayOperators, numbers3, numbers3),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = predicateOf(depth - 1);
  const more = [
    call(['and', 'or'], inner, inner),
    call(['not'], inner),
    call(comparisonOperators, inner, inner),
  ];
  return fc.oneof(...leaves, ...more);
}

export const filter: Arb = predicateOf(2);
