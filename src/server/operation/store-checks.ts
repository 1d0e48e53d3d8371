import sql from 'sql-template-tag';
import { migrations, schemaVersion } from '../../kernel/db/migrate.ts';
import { tableOf } from '../../kernel/register/columns.ts';
import type { Services } from '../../kernel/services.ts';
import type { StoreServices } from '../create-services.ts';
import { type Check, check } from './check.ts';
import { checkDocuments } from './document-check.ts';
import { checkProof } from './proof-checks.ts';
import { registersThatDiffer, unhurried } from './state-check.ts';

/** What can be checked in an open store: schema, PostGIS, tables, log, that the tables hold what it says, its proof, its documents. */
export async function checkStore(services: StoreServices, folder: string): Promise<readonly Check[]> {
  return [
    await checkSchema(services),
    await checkPostgis(services),
    ...(await checkTables(services)),
    await checkLog(services),
    await checkState(services),
    ...(await checkProof(services.database, folder)),
    ...(await checkDocuments(services)),
  ];
}

async function checkSchema({ database }: Services): Promise<Check> {
  const version = await schemaVersion(database);
  const known = migrations.at(-1)!.number;
  return check('schema', version === known ? 'ok' : 'problem', { version, known });
}

async function checkPostgis({ database }: Services): Promise<Check> {
  const [row] = await database.query<{ server: string; version: string }>(
    sql`select current_setting('server_version') as server, postgis_lib_version() as version`,
  );
  const { server, version } = row!;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > 3 || (major === 3 && minor >= 3);
  const engine = `${database.engine === 'pglite' ? 'PGlite' : 'PostgreSQL'} ${server.split(' ')[0]}`;
  return check('postgis', isNewEnough ? 'ok' : 'problem', { engine, version });
}

async function checkTables({ database, registry }: Services): Promise<readonly Check[]> {
  const rows = await database.query<{ name: string }>(
    sql`select format('register."%s"', replace(tablename, '"', '""')) as name from pg_tables where schemaname = 'register'`,
  );
  const tables = new Set(rows.map(({ name }) => name));
  const registers = registry.all();
  const missing = registers.filter(({ id }) => !tables.has(tableOf(id))).map(({ id }) => id);
  for (const { id } of registers) tables.delete(tableOf(id));
  const found: Check[] = [];
  if (missing.length > 0) found.push(check('tables', 'problem', { ids: missing.join(', ') }, 'missing'));
  if (tables.size > 0) found.push(check('tables', 'warning', { ids: [...tables].join(', ') }, 'orphan'));
  return found.length > 0 ? found : [check('tables', 'ok', { count: String(registers.length) })];
}

/** Positions have no gaps: as many entries as the head says, and batches that follow one another. */
async function checkLog({ database }: Services): Promise<Check> {
  const [row] = await unhurried<{ position: number; count: number; last: number; gaps: number }>(
    database,
    sql`
    select (select position from ufuq.head) as position,
      (select count(*) from ufuq.entry) as count,
      (select coalesce(max(position), 0) from ufuq.entry) as last,
      (select count(*) from (
        select first, lag(last, 1, 0::bigint) over (order by last) as before from ufuq.batch) b
        where first <> before + 1) as gaps`,
  );
  const { position, count, last, gaps } = row!;
  const isWhole = position === count && position === last && gaps === 0;
  return check('log', isWhole ? 'ok' : 'problem', { count: String(count), position: String(position) });
}

async function checkState(services: Services): Promise<Check> {
  const ids = await registersThatDiffer(services);
  return check('state', ids.length === 0 ? 'ok' : 'problem', { ids: ids.join(', ') });
}
