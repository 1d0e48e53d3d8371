import sql, { raw } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { findings as findingsOf } from '../log/batch-check.ts';
import { entryTarget } from '../log/copy-line.ts';
import type { Position } from '../log/entry.ts';
import { lockHead, sealBatch, touchRegister } from '../log/log-batch.ts';
import { stillKnown, systemColumns as system, tableOf } from '../register/columns.ts';
import { storeDefinitions } from '../register/definition-log.ts';
import type { CommitContext } from './commit-context.ts';
import { type Finding, refusedFor } from './finding.ts';
import { type LayerLoad, RefusedTogether } from './layer-load.ts';
import { writeOrRehearse } from './rehearse.ts';

/**
 * Writes everything that was prepared in one transaction: definitions, log entries, rows, indexes, the checks of
 * records beside one another, and the batch. Holds the head of the log from beginning to end; returns its new position.
 * @throws RefusedTogether with nothing written
 */
export async function commitImport(loads: readonly LayerLoad[], context: CommitContext): Promise<Position> {
  return await writeOrRehearse(context, (tx) => write(tx, loads, context));
}

async function write(tx: Queryable, loads: readonly LayerLoad[], context: CommitContext): Promise<Position> {
  const { request, services, cause } = context;
  const { signal } = request;
  const now = services.clock();
  await lockHead(tx);
  const news = loads.filter(({ plan }) => plan.isNew).map(({ plan }) => plan.register);
  await refuseTaken(
    tx,
    news.map(({ id }) => id),
  );
  if (news.length > 0) await storeDefinitions(tx, news, { actor: request.caller.name, cause, now });
  const first = (await lockHead(tx)) + 1;
  const numbers = await numbersOf(tx, loads);

  let last = first - 1;
  const total = loads.reduce((sum, { count }) => sum + count, 0);
  for (const load of loads) {
    const by = last + 1 - load.firstPosition;
    load.rows.begin({ by, columns: 3 });
    const number = numbers.get(load.plan.register.id)!;
    const registerNumber = number === load.registerNumber ? undefined : number;
    const shift = { by, columns: 1, ...(registerNumber === undefined ? {} : { registerNumber }) } as const;
    const from = last;
    await tx.copyTuplesIn(
      entryTarget,
      told(load.entries.tuples(shift, signal), (bytes) => {
        const share = bytes / Math.max(1, load.entries.size);
        context.onShare((from - first + 1 + share * load.count) / Math.max(1, total));
      }),
    );
    await load.rows.load(tx, { by, columns: 3 }, signal);
    const before = last;
    last += load.count;
    if (!load.plan.isNew) await refuseTogether(tx, load, before + 1, context);
    if (load.count > 0 || load.plan.isNew) await touchRegister(tx, number, Math.max(last, first - 1));
  }
  signal?.throwIfAborted();
  if (last >= first)
    await sealBatch(tx, first, last, {
      actor: request.caller.name,
      legalBasis: request.legalBasis ?? null,
      cause,
      recordedAt: now,
    });
  return last;
}

async function refuseTaken(tx: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const taken = await tx.query<{ id: string }>(
    sql`select id from ufuq.register where id = any(${ids}::text[])`,
  );
  const refused = (id: string): Finding => ({
    kind: 'refused',
    code: 'register-exists',
    params: { register: id },
  });
  if (taken.length > 0) throw new RefusedTogether(taken.map(({ id }) => refused(id)));
}

async function numbersOf(tx: Queryable, loads: readonly LayerLoad[]): Promise<Map<string, number>> {
  const ids = loads.map(({ plan }) => plan.register.id);
  const rows = await tx.query<{ id: string; number: number }>(
    sql`select id, number from ufuq.register where id = any(${ids}::text[])`,
  );
  return new Map(rows.map(({ id, number }) => [id, Number(number)]));
}

/** What a register that stood already has against its new records. */
async function refuseTogether(
  tx: Queryable,
  { plan }: LayerLoad,
  first: Position,
  { services }: CommitContext,
): Promise<void> {
  const { register, layer } = plan;
  const rows = sql`t.${raw(system.knownFrom)} >= ${first}::bigint and t.${raw(system.knownTo)} = ${stillKnown}::bigint`;
  const table = raw(tableOf(register.id));
  const known = await tx.query<{ record: string }>(sql`
    select t.${raw(system.record)} as record from ${table} t join ${table} o
      on o.${raw(system.record)} = t.${raw(system.record)} and o.${raw(system.knownTo)} = ${stillKnown}::bigint
      and o.${raw(system.entry)} < ${first}::bigint
    where ${rows} limit 1000`);
  const findings = known.map(
    ({ record }): Finding => ({
      kind: 'refused',
      layer: layer.name,
      record,
      pointer: '/id',
      code: 'record-exists',
      params: { register: register.id, record },
    }),
  );
  for (const { record, violation } of await findingsOf(tx, services.registry, register, rows, first))
    findings.push(refusedFor(violation, { layer: layer.name, record }));
  if (findings.length > 0) throw new RefusedTogether(findings);
}

async function* told(
  pieces: AsyncIterable<Uint8Array>,
  onPiece: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of pieces) {
    yield piece;
    done += piece.length;
    onPiece(done);
  }
}
