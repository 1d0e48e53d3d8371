import sql from 'sql-template-tag';
import type { Database } from '../../kernel/db/database.ts';
import { forkState } from '../../kernel/log/proof/fork-guard.ts';
import { openSignedMemory } from '../../kernel/log/proof/signed-memory.ts';
import { witnesses } from '../../kernel/log/proof/witness-store.ts';
import { type Check, check } from './check.ts';

/** Whether the log is signed to its end, continues what this folder's keys signed before, and is witnessed. */
export async function checkProof(database: Database, folder: string): Promise<readonly Check[]> {
  return [await checkSigned(database, folder), ...(await checkWitnesses(database))];
}

async function checkSigned(database: Database, folder: string): Promise<Check> {
  const [row] = await database.query<{ origin: string | null; position: number; size: number }>(sql`
    select (select origin from ufuq.log_origin) as origin, (select position from ufuq.head) as position,
      (select coalesce(max(size), 0) from ufuq.checkpoint) as size`);
  const { origin, position, size } = row!;
  const fork = await forkState(database, origin ?? '', openSignedMemory(folder).recall());
  if (fork.kind !== 'continues')
    return check('proof', 'problem', { size: String(fork.size), signed: String(fork.signed) }, fork.kind);
  const params = { size: String(size), position: String(position) };
  return check('proof', Number(size) === Number(position) ? 'ok' : 'warning', params);
}

async function checkWitnesses(database: Database): Promise<readonly Check[]> {
  const all = await witnesses(database);
  if (all.length === 0) return [];
  const failing = all.filter(({ failures }) => failures > 0);
  if (failing.length === 0)
    return [check('witnesses', 'ok', { names: all.map(({ key }) => key.name).join(', ') })];
  return failing.map(({ key, complaint }) =>
    check('witnesses', 'warning', { name: key.name, complaint: complaint ?? '' }),
  );
}
