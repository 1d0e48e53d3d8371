import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { LongBatch } from '../log/long-batch.ts';
import type { Offence } from '../log/rules/check.ts';
import type { CommitContext } from './commit-context.ts';
import { type Finding, refusedFor } from './finding.ts';
import { type LayerLoad, RefusedTogether } from './layer-load.ts';
import { writeOrRehearse } from './rehearse.ts';

/**
 * Writes an import whose records may exist: those that do are replaced, with the meaning that the log's writer gives it.
 * One batch and one transaction, of which a piece at a time is in memory. @throws RefusedTogether with nothing written
 */
export async function replaceRecords(loads: readonly LayerLoad[], context: CommitContext): Promise<Position> {
  return await writeOrRehearse(context, (tx) => write(tx, loads, context));
}

async function write(tx: Queryable, loads: readonly LayerLoad[], context: CommitContext): Promise<Position> {
  const { services, request, cause } = context;
  const { caller, legalBasis, limits, signal } = request;
  const batch = await LongBatch.begin(tx, { ...services, limits });
  const refused: Offence[] = [];
  const total = loads.reduce((sum, { count }) => sum + count, 0);
  let written = 0;
  for (const { plan, bodies } of loads) {
    const register = plan.register.id;
    for await (const piece of bodies.pieces(signal)) {
      refused.push(...(await batch.replace(plan.register, piece)).map((fault) => ({ register, ...fault })));
      written += piece.length;
      context.onShare(written / Math.max(1, total));
    }
  }
  refused.push(...(await batch.check()));
  if (refused.length > 0) throw new RefusedTogether(await findingsOf(refused, loads));
  signal?.throwIfAborted();
  return await batch.seal({ actor: caller.name, legalBasis: legalBasis ?? null, cause });
}

/** What is wrong, with the layer and the row that said it. */
async function findingsOf(refused: readonly Offence[], loads: readonly LayerLoad[]): Promise<Finding[]> {
  const places = new Map<string, { readonly layer: string; readonly row: number }>();
  const keyOf = (register: string, record: string) => `${register}/${record}`;
  const wanted = new Set(refused.map(({ register, record }) => keyOf(register, record)));
  for (const { plan, bodies } of loads)
    for await (const piece of bodies.pieces())
      for (const { record, row } of piece) {
        const key = keyOf(plan.register.id, record);
        if (wanted.has(key)) places.set(key, { layer: plan.layer.name, row });
      }
  return refused.map(({ register, record, violation }) =>
    refusedFor(violation, { ...places.get(keyOf(register, record)), record }),
  );
}
