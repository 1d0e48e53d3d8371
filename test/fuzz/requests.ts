import fc from 'fast-check';
import type { InjectOptions } from 'fastify';

/** Requests that nobody would send on purpose, drawn from the API's own description. */
interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly string[];
  readonly mediaTypes: readonly string[];
}

// biome-ignore-start lint/suspicious/noExplicitAny: an OpenAPI document, read as it comes.
export function operationsOf(document: any): readonly Operation[] {
  const name = (parameter: { name?: string; $ref?: string }) =>
    parameter.name ?? document.components.parameters[parameter.$ref!.split('/').at(-1)!].name;
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries<Record<string, any>>(document.paths))
    for (const [method, operation] of Object.entries(item)) {
      if (method === 'parameters') continue;
      operations.push({
        method: method.toUpperCase() as Operation['method'],
        path,
        parameters: (operation.parameters ?? []).map(name),
        mediaTypes: Object.keys(operation.requestBody?.content ?? {}),
      });
    }
  return operations;
}
// biome-ignore-end lint/suspicious/noExplicitAny: an OpenAPI document, read as it comes.

const nasty = fc.constantFrom(
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'true',
  '..',
  '/',
  '../..',
  '%',
  '%00',
  '\0',
  "'",
  '"',
  ';--',
  '\ud800',
  '🙂'.repeat(50),
  'ə',
  '1,2,3,4',
  '1,2,3,4,5,6',
  '-1e300,0,1e300,1',
  '180,-90,-180,90',
  '2024-02-30',
  '0000-01-01',
  '9999-12-31T23:59:60Z',
  '2024-01-01/2020-01-01',
  '99999999999999999999',
  '9007199254740993',
  'WzEsMSwxLFtdLFsxXV0',
  Buffer.from('[1,5,1,["+population"],[{},1]]').toString('base64url'),
  Buffer.from('[1,5,1,["+population"],["x",1]]').toString('base64url'),
  Buffer.from('[1,-5,1,["-nope"],[1,1]]').toString('base64url'),
  'http://www.opengis.net/def/crs/EPSG/0/2154',
  'http://www.opengis.net/def/crs/EPSG/0/32661',
  'http://www.opengis.net/def/crs/EPSG/0/4978',
  'http://www.opengis.net/def/crs/EPSG/0/27700',
  'http://www.opengis.net/def/crs/EPSG/0/3031',
  'cql2-json',
  'json',
  'gpkg',
);

const filter = fc.constantFrom(
  'population > 1',
  'population = ',
  '((((',
  "name LIKE '%\\'",
  "founded > 'x'",
  'S_INTERSECTS(geometry, POINT(1 2))',
  'S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))',
  'S_INTERSECTS(geometry, BBOX(0,0,1e300,1e300))',
  'population / 0 = 1',
  'population ^ 999 > 1',
  'population % 0 = 0',
  'upper(code) = 1',
  "T_AFTER(visited, INTERVAL('..','..'))",
  "A_CONTAINS(tags, ('a','b'))",
  "casei(code) = casei('x')",
  'not not not true',
  '{"op":"and","args":[]}',
  '{"op":"=","args":[{"property":"x"},null]}',
  "id = 't1'",
  'code IN ()',
  'S_DWITHIN(geometry, POINT(0 0), 10)',
  'S_WITHIN(geometry, MULTIPOLYGON(((0 0,1 0,1 1,0 0),(0 0,5 5,0 5,0 0))))',
  "founded = DATE('0001-01-01')",
  "visited < TIMESTAMP('9999-12-31T23:59:59Z')",
);

const value = fc.oneof(
  nasty,
  filter,
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer().map(String),
  fc.double().map(String),
);

/** Values that a parameter may well have, so that requests get past the door. */
const plausible: Readonly<Record<string, fc.Arbitrary<string>>> = {
  limit: fc.integer({ min: 1, max: 12_000 }).map(String),
  bbox: fc
    .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: -180, max: 180 })))
    .map((numbers) => numbers.join()),
  datetime: fc.constantFrom('2020-01-01', '../2020-01-01', '2000-01-01T00:00:00Z/..', '/..'),
  asOf: fc.constantFrom('1', '5', '999999', '2020-01-01T00:00:00Z'),
  crs: fc
    .constantFrom(3857, 32639, 4326, 27700, 3031, 32661, 2193)
    .map((code) => `http://www.opengis.net/def/crs/EPSG/0/${code}`),
  f: fc.constantFrom('json', 'html', 'jsonfg', 'csv', 'geojsonseq', 'flatgeobuf', 'geojson'),
  sortby: fc.constantFrom('-population,code', 'at', 'label', '-since'),
  properties: fc.constantFrom('', 'code', 'label', 'value'),
  skipGeometry: fc.constantFrom('true', 'false'),
  validFrom: fc.constantFrom('2020-01-01', '..', '2020-01-01T00:00:00+04:00'),
  validTo: fc.constantFrom('2021-01-01', '..'),
  'filter-lang': fc.constant('cql2-text'),
};

const number = fc.oneof(fc.double(), fc.integer({ min: -180, max: 180 }));
const position = fc.array(number, { minLength: 1, maxLength: 4 });
const geometry = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constant('Point'), coordinates: position }),
  fc.record({
    type: fc.constant('MultiPolygon'),
    coordinates: fc.array(fc.array(fc.array(position, { maxLength: 6 }), { maxLength: 2 }), { maxLength: 2 }),
  }),
  fc.constant({
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ],
    ],
  }),
);

/** Features that are right in form, so that what is in them reaches the register's checks. */
const odd = fc
  .record({
    type: fc.constant('Feature'),
    geometry,
    properties: fc.record(
      {
        name: fc.oneof(fc.constant({ en: 'x' }), fc.dictionary(fc.constantFrom('en', 'az', 'xx'), nasty)),
        code: fc.oneof(nasty, fc.string({ unit: 'binary' })),
        population: fc.oneof(fc.integer(), fc.double(), fc.bigInt().map(Number)),
        height: fc.oneof(fc.double(), nasty),
        founded: nasty,
        visited: nasty,
        tags: fc.array(nasty, { maxLength: 3 }),
        extra: fc.jsonValue(),
        area: nasty,
        label: nasty,
        since: nasty,
        at: nasty,
        value: fc.double(),
      },
      { requiredKeys: [] },
    ),
    time: fc.constantFrom(
      null,
      { interval: ['2020-01-01', '..'] },
      { date: '2020-01-01' },
      { interval: ['..', '..'] },
    ),
  })
  .map((each) => JSON.stringify(each));

const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string(),
  fc
    .record({
      type: fc.constantFrom('Feature', 'Nothing', 'FeatureCollection'),
      id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
      geometry: fc.oneof(
        fc.jsonValue(),
        fc.record({
          type: fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'x'),
          coordinates: fc.jsonValue({ maxDepth: 4 }),
        }),
      ),
      properties: fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom(
            'name',
            'code',
            'population',
            'founded',
            'tags',
            'extra',
            'since',
            'at',
            'value',
            'x',
          ),
          fc.jsonValue(),
        ),
      ),
      time: fc.jsonValue(),
      place: fc.jsonValue(),
      coordRefSys: fc.oneof(fc.jsonValue(), fc.constant('http://www.opengis.net/def/crs/EPSG/0/3857')),
    })
    .map((each) => JSON.stringify(each)),
  fc.constant(`${'['.repeat(100_000)}`),
  fc.constant(`{"type":"Feature","properties":{"extra":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}}`),
);

/** Null but once in so many times. */
function sometimes<T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

const accept = fc.constantFrom(
  '*/*',
  'text/html',
  'application/geo+json',
  'application/json;q=x',
  ',,;',
  'a/b',
  '*/*;q=0',
  'text/csv',
);

/** One request; `isAdministrator` ones always rehearse, so that nothing is ever written. */
export function requestOf(
  operations: readonly Operation[],
): fc.Arbitrary<InjectOptions & { isAdministrator: boolean }> {
  return fc
    .record({
      operation: fc.constantFrom(...operations),
      record: fc.oneof(fc.constantFrom('t1', 'north', 'n1'), value),
      known: fc.array(fc.tuple(fc.nat(), fc.oneof(value, fc.constant(undefined)), fc.nat()), {
        maxLength: 3,
      }),
      filter: sometimes(4, fc.tuple(filter, fc.constantFrom('cql2-text', 'cql2-json', 'sql', ''))),
      unknown: sometimes(20, fc.tuple(fc.string({ maxLength: 10 }), value)),
      accept: fc.oneof({ weight: 3, arbitrary: fc.constant('*/*') }, { weight: 1, arbitrary: accept }),
      body: fc.oneof({ weight: 1, arbitrary: json }, { weight: 3, arbitrary: odd }),
      mediaType: fc.oneof(fc.nat(), fc.constantFrom('', 'text/plain', 'application/xml', 'nonsense')),
      ifMatch: fc.option(
        fc.oneof(
          fc.constantFrom('*', '"1"', 'W/"1"', '"', '""', '"x", "y"'),
          fc.string({ unit: 'grapheme-ascii', maxLength: 10 }),
        ),
        { freq: 1 },
      ),
      isAdministrator: fc.boolean(),
      rawTail: sometimes(
        15,
        fc.constantFrom('?%', '?a=%zz', '%zz', '/..', '//', '?&&==', '#', '?[]=1', '%2e%2e/'),
      ),
    })
    .map(({ operation, ...drawn }) => {
      const isChange = operation.method !== 'GET';
      const query = new URLSearchParams();
      for (const [index, text, pick] of isChange ? drawn.known.slice(2) : drawn.known) {
        if (operation.parameters.length === 0) break;
        const name = operation.parameters[index % operation.parameters.length]!;
        const likely = plausible[name.replace(/^(bbox|filter)-crs$/, 'crs')];
        const chosen = text ?? (likely ? fc.sample(likely, { numRuns: 1, seed: pick })[0]! : String(pick));
        query.set(name, chosen);
      }
      if (drawn.filter && operation.parameters.includes('filter')) {
        query.set('filter', drawn.filter[0]);
        query.set('filter-lang', drawn.filter[1]);
      }
      if (drawn.unknown) query.append(...drawn.unknown);
      for (const name of ['If-Match', 'Content-Crs', 'record']) query.delete(name);
      if (isChange && drawn.isAdministrator) query.set('dryRun', 'true');
      const path = operation.path.replace(
        '{record}',
        encodeURIComponent(drawn.record.toWellFormed?.() ?? 'x') || 'x',
      );
      const type =
        typeof drawn.mediaType === 'string'
          ? drawn.mediaType
          : operation.mediaTypes[drawn.mediaType % Math.max(1, operation.mediaTypes.length)];
      const hasBody = isChange && operation.method !== 'DELETE';
      return {
        method: operation.method,
        url: `${path}?${query}`.replace(/\?$/, '') + (drawn.rawTail && !isChange ? drawn.rawTail : ''),
        headers: {
          accept: drawn.accept,
          ...(drawn.isAdministrator ? { authorization: 'Bearer test' } : {}),
          ...(hasBody && type ? { 'content-type': type } : {}),
          ...(isChange && drawn.ifMatch !== null ? { 'if-match': drawn.ifMatch } : {}),
        },
        ...(hasBody ? { payload: drawn.body } : {}),
        isAdministrator: drawn.isAdministrator,
      };
    });
}
