import sql, { raw } from 'sql-template-tag';
import type { Clock } from '../../clock.ts';
import type { Database, Queryable } from '../../db/database.ts';
import { Problem } from '../../errors.ts';
import { rowRule } from '../../query/row-rule.ts';
import { stillKnown, systemColumns as system, tableOf } from '../../register/columns.ts';
import type { RegisterDeclaration } from '../../register/declaration.ts';
import { normaliseRegister } from '../../register/define-register.ts';
import { canonicalJson } from '../canonical-json.ts';
import { entryLine, entryTarget } from '../copy-line.ts';
import type { Body, Position } from '../entry.ts';
import { inChunks, lockHead, sealBatch } from '../log-batch.ts';
import { always } from '../stretch.ts';
import { checkpointAt } from './checkpoint-store.ts';
import { eraseSalt } from './leaf-block.ts';
import { erasures } from './logged-entry.ts';

/** Who has what erased, and by what right. */
export interface Erasure {
  readonly position: Position;
  readonly actor: string;
  readonly legalBasis: string;
  readonly reason: string;
}

/**
 * Erases what an entry said: its body, the salt of its commitment, and the rows that stood for it. The leaf stays, so the
 * tree still verifies; with the salt gone nobody can find out by trying what the body was. The log itself says that it
 * was done. What is still in force must be corrected or retired first.
 * @returns the position of the entry that says so
 * @throws {Problem} `record-not-found`; `conflict` where the entry is in force, is erased already or not yet proven
 */
export async function erasePayload(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  erasure: Erasure,
): Promise<Position> {
  return await database.transaction(async (tx) => {
    const entry = (await lockHead(tx)) + 1;
    const wasPublic = await eraseBody(tx, erasure.position);
    const now = clock();
    const { actor, legalBasis, reason, position } = erasure;
    const body = canonicalJson({ geometry: null, properties: { position, reason } });
    const line = {
      position: entry,
      registerNumber: erasures.number,
      record: String(position),
      ...always,
      body,
    };
    await tx.copyIn(entryTarget, inChunks([entryLine(line)]));
    await sealBatch(tx, entry, entry, { actor, legalBasis, cause: 'erasure', recordedAt: now });
    await tx.query(sql`
      insert into ufuq.erasure (position, entry, erased_at, actor, legal_basis, reason, was_public)
      values (${position}::bigint, ${entry}::bigint, ${now}::timestamptz, ${actor}, ${legalBasis}, ${reason}, ${wasPublic})`);
    return entry;
  });
}

interface ErasableRow {
  readonly register: number;
  readonly record: string;
  readonly body: string | null;
  readonly id: string | null;
  readonly definition: RegisterDeclaration | null;
}

/** Returns whether anybody could read what is erased now. */
async function eraseBody(tx: Queryable, position: Position): Promise<boolean> {
  const [row] = await tx.query<ErasableRow>(sql`
    select e.register, e.record, e.body, r.id, r.definition from ufuq.entry e left join ufuq.register r on r.number = e.register
    where e.position = ${position}::bigint and e.register > 0`);
  if (!row) throw new Problem('record-not-found', { register: 'ufuq', record: String(position) });
  const conflict = new Problem('conflict', { what: `${row.id ?? row.register}/${row.record}@${position}` });
  const proven = (await checkpointAt(tx))?.size ?? 0;
  if (proven < position) throw conflict;
  if (row.id !== null) await eraseRows(tx, row.id, row.record, position, conflict);
  const erased = await tx.query(sql`
    update ufuq.entry set body = null where position = ${position}::bigint and body is not null returning position`);
  if (erased.length === 0) throw conflict;
  await eraseSalt(tx, position);
  return await isPublic(row);
}

async function isPublic({ record, body, definition }: ErasableRow): Promise<boolean> {
  if (body === null || definition === null) return false;
  const register = normaliseRegister(definition, 'run-time');
  const { read, rows } = register.access;
  if (read !== 'public') return false;
  if (rows === undefined) return true;
  const holds = await rowRule(register, rows);
  return holds({ id: record, ...(JSON.parse(body) as Body) });
}

async function eraseRows(
  tx: Queryable,
  register: string,
  record: string,
  position: Position,
  conflict: Problem,
): Promise<void> {
  const deleted = await tx.query<{ to: number }>(sql`
    delete from ${raw(tableOf(register))} t
    where t.${raw(system.record)} = ${record} and t.${raw(system.entry)} = ${position}::bigint
    returning t.${raw(system.knownTo)} as to`);
  if (deleted.some(({ to }) => Number(to) === stillKnown)) throw conflict;
}
