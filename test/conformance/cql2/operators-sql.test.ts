import sql, { join, raw, type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/kernel/db/database.ts';
import { parseFilter } from '../../../src/kernel/query/filter.ts';
import { compileSql } from '../../../src/kernel/query/to-sql.ts';
import { columnType, quote } from '../../../src/kernel/register/columns.ts';
import { engineName, openTestDatabase } from '../../engines/engine.ts';
import { operatorFields, operatorScope } from './operator-scope.ts';
import { readOperatorRecords, verifyOperators } from './operators.ts';
import { referenceFolder } from './reference.ts';

const folder = referenceFolder();
if (!folder) console.log('skipped: no CQL2 reference data (set UFUQ_REFERENCE)');

describe.skipIf(!folder)(`published CQL2 operators on ${engineName}`, () => {
  let database: Database;

  beforeAll(async () => {
    database = await openTestDatabase({ migrated: false });
    await database.query(sql`create extension if not exists postgis`);
    const columns = operatorFields.map((field) => `${quote(field.name)} ${columnType(field)}`);
    await database.query(raw('drop table if exists cql2_operators'));
    await database.query(raw(`create table cql2_operators (${columns.join(', ')}, geom geometry)`));
    for (const record of readOperatorRecords(folder!)) await database.query(insert(record));
    await database.query(raw('create index on cql2_operators using gist (geom)'));
  }, 120_000);

  afterAll(async () => {
    await database?.query(raw('drop table if exists cql2_operators'));
    await database?.close();
  });

  it('find exactly the expected records', async () => {
    const result = await verifyOperators(folder!, async (filter) => {
      const condition = compileSql(parseFilter(filter, 'cql2-text', operatorScope), operatorScope);
      const rows = await database.query<{ intfield: number }>(
        sql`select intfield from cql2_operators where ${condition}`,
      );
      return rows.map((row) => String(row.intfield));
    });
    expect(result.failures).toEqual([]);
    expect(result.total).toBeGreaterThan(100);
  }, 120_000);

  it('look for places in the index', async () => {
    const box = parseFilter('S_INTERSECTS(geom,BBOX(0,0,1,1))', 'cql2-text', {
      ...operatorScope,
      property: () => ({ type: 'geometry', geometry: 'Polygon' }),
    });
    for (const kind of ['Polygon', 'Geometry'] as const) {
      const scope = { ...operatorScope, property: () => ({ type: 'geometry', geometry: kind }) as const };
      const plan = await database.transaction(async (tx) => {
        await tx.query(sql`set local enable_seqscan = off`);
        return tx.query(sql`explain select 1 from cql2_operators where ${compileSql(box, scope)}`);
      });
      expect(JSON.stringify(plan)).toContain('cql2_operators_geom_idx');
    }
  }, 60_000);
});

function insert({ geom, ...record }: Record<string, unknown>): Sql {
  const values = operatorFields.map((field) => {
    const value = record[field.name] ?? null;
    const text = value === null ? null : Array.isArray(value) ? JSON.stringify(value) : String(value);
    return sql`${text}::text::${raw(columnType(field).replace(/ collate .*/, ''))}`;
  });
  return sql`insert into cql2_operators values (${join(values)},
    ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geom)}::text), 4326))`;
}
