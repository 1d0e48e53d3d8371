import sql from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { entryLine, entryTarget } from '../log/copy-line.ts';
import { inChunks, lockHead, sealBatch } from '../log/log-batch.ts';
import { always } from '../log/stretch.ts';
import type { RegisterDeclaration } from './declaration.ts';
import type { Register } from './register.ts';

/** Number under which the log keeps the definitions of registers themselves. */
const definitionsNumber = 0;

export interface StoredRegister {
  readonly number: number;
  readonly id: string;
  readonly origin: Register['origin'];
  readonly definition: RegisterDeclaration;
}

export interface DefinitionContext {
  readonly actor: string;
  readonly cause: string;
  readonly now: Date;
}

/** The definitions that stand, as they were last declared. */
export async function storedRegisters(db: Queryable): Promise<StoredRegister[]> {
  const rows = await db.query<StoredRegister>(
    sql`select number, id, origin, definition from ufuq.register order by number`,
  );
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

/** Appends the definitions of registers to the log and makes them the ones that stand. */
export async function storeDefinitions(
  tx: Queryable,
  registers: readonly Register[],
  context: DefinitionContext,
): Promise<void> {
  const definitions = registers.map(({ origin, ...definition }) => ({ origin, definition }));
  await append(
    tx,
    definitions.map(({ definition }) => ({ id: definition.id, definition })),
    context,
  );
  for (const { origin, definition } of definitions)
    await tx.query(sql`
      insert into ufuq.register (id, origin, definition)
      values (${definition.id}, ${origin}, ${JSON.stringify(definition)}::jsonb)
      on conflict (id) do update set origin = excluded.origin, definition = excluded.definition`);
}

/** Says in the log that a register stands no more. */
export async function withdrawDefinition(
  tx: Queryable,
  id: string,
  context: DefinitionContext,
): Promise<void> {
  await append(tx, [{ id, definition: null }], context);
  await tx.query(sql`delete from ufuq.register where id = ${id}`);
}

async function append(
  tx: Queryable,
  changes: readonly { readonly id: string; readonly definition: object | null }[],
  { actor, cause, now }: DefinitionContext,
): Promise<void> {
  const first = (await lockHead(tx)) + 1;
  const lines = changes.map(({ id, definition }, index) =>
    entryLine({
      position: first + index,
      registerNumber: definitionsNumber,
      record: id,
      ...always,
      body: definition && canonicalJson({ geometry: null, properties: definition }),
    }),
  );
  await tx.copyIn(entryTarget, inChunks(lines));
  await sealBatch(tx, first, first + changes.length - 1, { actor, legalBasis: null, cause, recordedAt: now });
}
