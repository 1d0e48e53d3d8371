import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/kernel/db/database.ts';
import { migrate, migrations, NewerSchemaError, schemaVersion } from '../../src/kernel/db/migrate.ts';
import type { Migration } from '../../src/kernel/db/migration.ts';
import { openTestDatabase } from './engine.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase({ migrated: false });
});

afterAll(() => database.close());

test('an unknown database has schema 0', async () => {
  expect(await schemaVersion(database)).toBe(0);
});

test('two at a time make every step once', async () => {
  const made = await Promise.all([migrate(database), migrate(database)]);
  expect(made.flat().map((each) => each.number)).toEqual(migrations.map((each) => each.number));
  expect(await schemaVersion(database)).toBe(migrations.at(-1)!.number);
  expect(await migrate(database)).toEqual([]);
});

test('a step that fails leaves no trace, and what stood before stands', async () => {
  const broken: Migration = {
    number: 9001,
    name: 'broken',
    statements: [sql`create table ufuq.half (id integer)`, sql`select 1/0`],
  };
  const before = await schemaVersion(database);
  await expect(migrate(database, [...migrations, broken])).rejects.toMatchObject({ code: '22012' });
  expect(await schemaVersion(database)).toBe(before);
  const [row] = await database.query(sql`select to_regclass('ufuq.half') as found`);
  expect(row).toEqual({ found: null });
});

test('a newer schema is refused in a sentence that names both', async () => {
  await database.query(sql`insert into ufuq.migration (number, name) values (9000, 'from the future')`);
  await expect(migrate(database)).rejects.toThrow(NewerSchemaError);
  await expect(migrate(database)).rejects.toThrow(/schema 9000 .* knows \d+/);
});
