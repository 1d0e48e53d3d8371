import * as fc from 'fast-check';
import sql, { join, raw } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/kernel/db/database.ts';
import { encodeWkbHex } from '../../../src/kernel/geo/wkb.ts';
import { checkFilter } from '../../../src/kernel/query/check.ts';
import { parseJson } from '../../../src/kernel/query/parse-json.ts';
import { parseText } from '../../../src/kernel/query/parse-text.ts';
import { compilePredicate, preparePredicates } from '../../../src/kernel/query/to-predicate.ts';
import { compileSql } from '../../../src/kernel/query/to-sql.ts';
import type { Cql2Expression } from '../../../src/kernel/query/tree.ts';
import { writeJson } from '../../../src/kernel/query/write-json.ts';
import { writeText } from '../../../src/kernel/query/write-text.ts';
import { engineName, openTestDatabase } from '../../engines/engine.ts';
import { filter } from './random-filter.ts';
import { columnCasts, columnValues, createTableText, randomRecords, randomScope } from './random-records.ts';

const records = randomRecords(60, 20250101);
const runs = Number(process.env.UFUQ_CQL2_RUNS ?? 300);
let database: Database;

beforeAll(async () => {
  await preparePredicates();
  database = await openTestDatabase({ migrated: false });
  await database.query(sql`create extension if not exists postgis`);
  await database.query(raw('drop table if exists cql2_random'));
  await database.query(raw(createTableText('cql2_random')));
  const casts = columnCasts();
  for (const [row, record] of records.entries()) {
    const values = columnValues(record).map((value, i) => sql`${value}::text::${raw(casts[i]!)}`);
    const place = record.geometry && encodeWkbHex(record.geometry, { srid: 4326 });
    await database.query(
      sql`insert into cql2_random values (${row}::integer, ${join(values)}, ${place}::text::geometry)`,
    );
  }
}, 120_000);

afterAll(async () => {
  await database?.query(raw('drop table if exists cql2_random'));
  await database?.close();
});

function checked(tree: Cql2Expression): Cql2Expression | undefined {
  return checkFilter(tree, randomScope).expr;
}

describe(`random filters on ${engineName}`, () => {
  it('give the same three-valued answer for every record in SQL and in memory', async () => {
    let compiled = 0;
    await fc.assert(
      fc.asyncProperty(filter, async (tree) => {
        const expr = checked(tree);
        if (expr === undefined) return;
        compiled++;
        const rows = await database.query<{ row: number; truth: boolean | null }>(
          sql`select "row", ${compileSql(expr, randomScope)} as truth from cql2_random order by "row"`,
        );
        const predicate = compilePredicate(expr, randomScope);
        expect(rows.map(({ row, truth }) => `${row} ${truth}`)).toEqual(
          records.map((record, row) => `${row} ${predicate(record)}`),
        );
      }),
      { numRuns: runs },
    );
    expect(compiled).toBeGreaterThan(runs / 2);
  }, 600_000);
});

describe('random filters', () => {
  it('survive being written as text and as JSON', () => {
    fc.assert(
      fc.property(filter, (tree) => {
        const text = attempt(() => writeText(tree));
        if (text === undefined) return;
        expect(JSON.parse(writeJson(parseText(text)))).toEqual(JSON.parse(writeJson(flat(tree))));
        expect(parseJson(writeJson(tree))).toEqual(tree);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Texts that end in a backslash cannot be written. */
function attempt(write: () => string): string | undefined {
  try {
    return write();
  } catch {
    return undefined;
  }
}

/** Text knows no negative zero. */
function flat(tree: Cql2Expression): Cql2Expression {
  return JSON.parse(JSON.stringify(tree));
}
