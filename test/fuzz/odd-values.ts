import type { Random } from './random.ts';

/** What people, clients and attackers send where something else belongs. */
const texts = [
  '',
  ' ',
  '%',
  "'",
  '"',
  '\u0000',
  '\u202eabc',
  '../../etc/passwd',
  '9'.repeat(400),
  '-1',
  '0',
  '1e309',
  '-0',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  '{"a":',
  '0x1F',
  '١٢٣',
  '1,2,3',
  '1,2,3,4,5',
  '180,90,-180,-90',
  '1,2,,4',
  'a,b,c,d',
  '1e400,0,1,1',
  '2020-13-45',
  '2020-02-30T25:61:61Z',
  '2021-01-01/2020-01-01',
  '../..',
  '2020-01-01T00:00:00+99:99',
  '-292277026596-01-01T00:00:00Z',
  '+999999-01-01T00:00:00Z',
  'infinity',
  "'; drop table ufuq.entry; --",
  "1' or '1'='1",
  "a'||pg_sleep(9)||'",
  '{{7*7}}%{7*7}',
  '<script>alert(1)</script>',
  'http://www.opengis.net/def/crs/EPSG/0/999999',
  'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  'urn:ogc:def:crs:EPSG::4326',
  'EPSG:-1',
  'cql2-text',
  'cql2-json',
  'unlimited',
  '-name,+name,,name',
  'x'.repeat(5000),
  'ə'.repeat(800),
  'eyJhIjoxfQ',
  '🗺️',
] as const;

const filters = [
  "name = 'Baku'",
  'area_m2 > 100 and area_m2 < 200',
  'S_INTERSECTS(geometry, POLYGON((49 40, 50 40, 50 41, 49 41, 49 40)))',
  "T_AFTER(registered, DATE('2020-01-01'))",
  "CASEI(name) LIKE 'b%' OR NOT (label IN ('real','derived'))",
  "A_CONTAINS(codes, ('a','b'))",
  '{"op":"=","args":[{"property":"label"},"real"]}',
  '{"op":"and","args":[{"op":"isNull","args":[{"property":"source"}]},true]}',
  '1 / 0 = 1',
  'area_m2 ^ 999999 > 1',
  "name LIKE '%_\\\\%'",
  `${'('.repeat(300)}true${')'.repeat(300)}`,
  `${'not '.repeat(500)}true`,
  'BBOX(0,0,0,0) = 1',
  'geometry = 1',
  "S_DWITHIN(geometry, POINT(49 40), 1e308, 'm')",
  'S_EQUALS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))',
];

/** A value that may or may not be what a parameter of this name wants. */
export function oddValue(random: Random, name: string, examples: readonly string[]): string {
  if (/filter/.test(name) && random.chance(0.7)) {
    const filter = random.pick(filters);
    return random.chance(0.6) ? random.mutate(filter) : filter;
  }
  if (examples.length > 0 && random.chance(0.5)) {
    const example = random.pick(examples);
    return random.chance(0.4) ? random.mutate(example) : example;
  }
  const text = random.pick(texts);
  return random.chance(0.15) ? random.mutate(text) : text;
}

/** Percent-encodes, sometimes wrongly. */
export function encodeOddly(random: Random, text: string): string {
  if (random.chance(0.03)) return random.pick(['%', '%f', '%zz', '%ff%fe', '%c0%af', '%00', '%ed%a0%80']);
  return encodeURIComponent(text.toWellFormed());
}
