import * as fc from 'fast-check';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/kernel/db/database.ts';
import { parseFilter } from '../../../src/kernel/query/filter.ts';
import { FilterError } from '../../../src/kernel/query/filter-error.ts';
import { filterFunctions } from '../../../src/kernel/query/functions.ts';
import { comparisonOperators, spatialOperators } from '../../../src/kernel/query/operators.ts';
import { compilePredicate, preparePredicates } from '../../../src/kernel/query/to-predicate.ts';
import { compileSql } from '../../../src/kernel/query/to-sql.ts';
import { engineName, openTestDatabase } from '../../engines/engine.ts';
import { createTableText, randomScope } from './random-records.ts';

const table = 'cql2_wild';
const runs = Number(process.env.UFUQ_CQL2_RUNS ?? 400);
let database: Database;

beforeAll(async () => {
  await preparePredicates();
  database = await openTestDatabase({ migrated: false });
  await database.query(sql`create extension if not exists postgis`);
  await database.query(raw(`drop table if exists ${table}`));
  await database.query(raw(createTableText(table)));
  const places = [
    'POINT(0 0)',
    'POLYGON((0 0,4 4,4 5,0 4,0 0))',
    'GEOMETRYCOLLECTION(POLYGON((0 0,5 0,5 5,0 5,0 0)),POLYGON((2 2,7 2,7 7,2 7,2 2)))',
    'POLYGON EMPTY',
    'GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,3 3),POLYGON((0 0,2 0,2 2,0 0)))',
    'LINESTRING Z (0 0 1,5 5 2)',
  ];
  for (const place of places)
    await database.query(sql`insert into cql2_wild (geom) values (ST_GeomFromText(${place}, 4326))`);
}, 120_000);

afterAll(async () => {
  await database?.query(raw(`drop table if exists ${table}`));
  await database?.close();
});

/** Runs a filter everywhere; refusing it is right, failing on it is not. Returns whether it was accepted. */
async function survives(source: string | object, language: 'cql2-text' | 'cql2-json'): Promise<boolean> {
  try {
    const expr = parseFilter(source, language, randomScope);
    await database.query(sql`select 1 from cql2_wild where ${compileSql(expr, randomScope)}`);
    compilePredicate(expr, randomScope)({ properties: {}, geometry: { type: 'Point', coordinates: [0, 0] } });
    return true;
  } catch (error) {
    if (error instanceof FilterError) return false;
    throw error;
  }
}

async function planLength(filter: string): Promise<number> {
  const condition = compileSql(parseFilter(filter, 'cql2-text', randomScope), randomScope);
  return JSON.stringify(await database.query(sql`explain verbose select 1 from cql2_wild where ${condition}`))
    .length;
}

const coordinate = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(180, -180, 90, 1e9, -1e9, 1e-300, 1e300),
);
const position = fc.oneof(fc.tuple(coordinate, coordinate), fc.tuple(coordinate, coordinate, coordinate));
const positions = fc.array(position, { minLength: 1, maxLength: 6 });
const ring = positions.map((line) => [...line, line[0]!]);
const member = fc.oneof(
  fc.record({ type: fc.constant('Point'), coordinates: position }),
  fc.record({ type: fc.constantFrom('LineString', 'MultiPoint'), coordinates: positions }),
  fc.record({
    type: fc.constantFrom('Polygon', 'MultiLineString'),
    coordinates: fc.array(ring, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('MultiPolygon'),
    coordinates: fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ bbox: fc.array(coordinate, { minLength: 4, maxLength: 6 }) }),
);
const collection = fc.record({
  type: fc.constant('GeometryCollection'),
  geometries: fc.array(member, { maxLength: 3 }),
});
const wildPlace = fc.oneof(member, collection, fc.constant({ property: 'geom' }));

describe(`wild filters on ${engineName}`, () => {
  it('with broken geometries are refused or answered', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...spatialOperators), wildPlace, wildPlace, async (op, a, b) => {
        if (await survives({ op, args: [a, b] }, 'cql2-json')) accepted++;
      }),
      { numRuns: runs },
    );
    expect(accepted).toBeGreaterThan(runs / 10);
  }, 300_000);

  it('with any JSON in them are refused or answered', async () => {
    const leaf = fc.oneof(
      fc
        .constantFrom('s1', 'i1', 'n1', 'b1', 'd1', 't1', 'title', 'tags', 'geom', 'none')
        .map((property) => ({ property })),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom({ date: '2020-01-01' }, { date: '0000-00-00' }, { timestamp: '2020-01-01T24:00:00Z' }),
    );
    const operators = [
      ...comparisonOperators,
      'and',
      'or',
      'not',
      'like',
      'in',
      'between',
      'isNull',
      'casei',
      'accenti',
      '+',
      '^',
      '%',
      'div',
      'lower',
      'sqrt',
      'least',
      't_after',
      'a_overlaps',
      's_within',
    ];
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, leaf, tie('call'), fc.array(tie('tree'), { maxLength: 3 })),
      call: fc.record({ op: fc.constantFrom(...operators), args: fc.array(tie('tree'), { maxLength: 3 }) }),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (each) => {
        await survives(JSON.stringify(each), 'cql2-json');
      }),
      { numRuns: 4 * runs },
    );
  }, 300_000);

  it('that nest deeply do not grow with every level in the plan', async () => {
    const wraps = filterFunctions
      .filter(({ name }) => name !== 'length')
      .map(({ name, returns }) => [`${name}(`, ')', returns === 'text' ? 's1' : 'n1']);
    for (const [before, after, core] of [...wraps, ['casei(', ')', 'title'], ['(n1 * ', ' + 1)', 'n2']]) {
      const nested = (depth: number) => `${before!.repeat(depth)}${core}${after!.repeat(depth)} IS NULL`;
      const [shallow, deep] = [await planLength(nested(3)), await planLength(nested(9))];
      expect({ before, isLinear: deep < 6 * shallow }).toEqual({ before, isLinear: true });
    }
  }, 60_000);

  it('cut from good ones at random are refused or answered', async () => {
    const good = [
      "name LIKE 'a%' AND NOT (i1 BETWEEN 1 AND -2.5e3) OR s1 IN ('x','y''z')",
      "S_INTERSECTS(geom,MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))) AND T_DURING(t1,INTERVAL('..',d1))",
      "A_CONTAINS(tags,('a',\"s1\")) OR CASEI(s1) = casei('ŞƏKİ') AND (i1 + 2) * -n1 ^ 2 % 7 DIV 3 <> 0",
    ].join(' AND ');
    const piece = fc
      .tuple(fc.nat(good.length), fc.nat(20))
      .map(([at, length]) => good.slice(at, at + length));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
        await survives(pieces.join(''), 'cql2-text');
      }),
      { numRuns: 4 * runs },
    );
  }, 300_000);
});
