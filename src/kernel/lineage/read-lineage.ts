import sql, { raw, type Sql } from 'sql-template-tag';
import type { Caller } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { ValidPeriod } from '../log/entry.ts';
import { formatInstant } from '../log/instant.ts';
import { parseFilter } from '../query/filter.ts';
import { compileSql } from '../query/to-sql.ts';
import { columnOf, quote, stillKnown, systemColumns as system, tableOf } from '../register/columns.ts';
import { scopeOf } from '../register/queryables.ts';
import type { Register, Registry } from '../register/register.ts';
import { predecessorsField } from '../register/rule.ts';

/** A record in the family of another: where it came from, or what came of it. */
export interface Relative {
  readonly id: string;
  /** Generations from the record asked for: negative for predecessors, 0 for itself. */
  readonly depth: number;
  /** What names it to a person; null where the register has no such field or the caller may not see it. */
  readonly title: unknown;
  /** All of the time in which it holds. */
  readonly valid: ValidPeriod;
  /** Those of its predecessors that are among the relatives. */
  readonly predecessors: readonly string[];
}

export interface Lineage {
  /** Nearest generations first, predecessors before successors. */
  readonly relatives: readonly Relative[];
  /** False where the family is larger than what is read of it. */
  readonly isComplete: boolean;
}

/** Relatives and generations that one answer looks at. */
export const mostRelatives = 2000;
export const mostGenerations = 50;

interface Asked {
  readonly register: string;
  readonly record: string;
  readonly caller: Caller;
  /** Generations in each direction. */
  readonly depth?: number;
}

interface Found {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly title: unknown;
  readonly predecessors: readonly string[] | null;
}

/**
 * The ancestors and descendants of a record, as they are known now, whenever they hold. A relative whose rows the caller may not see is
 * left out, and so is what is reached through it alone.
 * @throws {Problem} `record-not-found`, also where the register keeps no lineage; `register-not-found`
 */
export async function readLineage(
  { database, registry }: { readonly database: Queryable; readonly registry: Registry },
  { register: id, record, caller, depth = mostGenerations }: Asked,
): Promise<Lineage> {
  const register = registry.require(id);
  const view = narrow(register, caller);
  const isKept = register.lineage !== undefined && view.fields.some(({ name }) => name === predecessorsField);
  const find = (where: Sql) => findRelatives(database, register, view, where);
  const [self] = isKept ? await find(sql`t.${raw(system.record)} = ${record}`) : [];
  if (self === undefined) throw new Problem('record-not-found', { register: id, record });

  const known = new Map<string, { found: Found; depth: number }>([[record, { found: self, depth: 0 }]]);
  let isComplete = true;
  const walk = async (step: -1 | 1): Promise<void> => {
    let frontier: readonly Found[] = [self];
    for (let generation = 1; generation <= depth && frontier.length > 0; generation++) {
      const next = (await find(beyond(frontier, step))).filter((each) => !known.has(each.id));
      for (const found of next) known.set(found.id, { found, depth: generation * step });
      frontier = next;
      if (known.size < mostRelatives) continue;
      isComplete = false;
      return;
    }
    if (frontier.length > 0 && (await find(beyond(frontier, step))).some((each) => !known.has(each.id)))
      isComplete = false;
  };
  await walk(-1);
  await walk(1);
  const relatives = [...known.values()].map(({ found, depth }) => relativeOf(found, depth, known));
  return { relatives: relatives.toSorted(byGeneration), isComplete };
}

/** Condition on `t` for the next generation. */
function beyond(frontier: readonly Found[], step: -1 | 1): Sql {
  const ids =
    step === 1 ? frontier.map(({ id }) => id) : frontier.flatMap(({ predecessors }) => predecessors ?? []);
  if (step === -1) return sql`t.${raw(system.record)} = any(${ids}::text[])`;
  return sql`t.${raw(quote(columnOf(predecessorsField)))} ?| ${ids}::text[]`;
}

async function findRelatives(db: Queryable, register: Register, view: View, where: Sql): Promise<Found[]> {
  const scope = scopeOf(register, { fields: register.fields });
  const rule =
    view.rows === undefined ? sql`true` : compileSql(parseFilter(view.rows, 'cql2-text', scope), scope);
  const name = view.fields.find((field) => field.name === register.titleField)?.name;
  const title = name === undefined ? sql`null::jsonb` : sql`to_jsonb(t.${raw(quote(columnOf(name)))})`;
  const latest = (value: Sql) => sql`(array_agg(${value} order by t.${raw(system.validFrom)} desc))[1]`;
  const milliseconds = (value: Sql) => sql`(extract(epoch from ${value}) * 1000)::float8`;
  const rows = await db.query<Found>(sql`
    select t.${raw(system.record)} as id, ${milliseconds(sql`min(t.${raw(system.validFrom)})`)} as from,
      ${milliseconds(sql`max(t.${raw(system.validTo)})`)} as to, ${latest(title)} as title,
      ${latest(sql`t.${raw(quote(columnOf(predecessorsField)))}`)} as predecessors
    from ${raw(tableOf(register.id))} t
    where t.${raw(system.knownTo)} = ${stillKnown}::bigint and (${rule}) and ${where}
    group by 1 order by 1 limit ${mostRelatives}`);
  return rows.map((row) => ({ ...row, from: Number(row.from), to: Number(row.to) }));
}

function relativeOf(
  { id, from, to, title, predecessors }: Found,
  depth: number,
  known: ReadonlyMap<string, unknown>,
): Relative {
  return {
    id,
    depth,
    title: title ?? null,
    valid: { from: formatInstant(from), to: formatInstant(to) },
    predecessors: (predecessors ?? []).filter((each) => known.has(each)),
  };
}

function byGeneration(a: Relative, b: Relative): number {
  return Math.abs(a.depth) - Math.abs(b.depth) || a.depth - b.depth || (a.id < b.id ? -1 : 1);
}

/** Ids of the records that came of a record and that the caller may see, the first hundred. */
export async function successorsOf(
  { database, registry }: { readonly database: Queryable; readonly registry: Registry },
  { register: id, record, caller }: Asked,
): Promise<readonly string[]> {
  const register = registry.require(id);
  const view = narrow(register, caller);
  const where = sql`t.${raw(quote(columnOf(predecessorsField)))} ? ${record}`;
  return (await findRelatives(database, register, view, where)).slice(0, 100).map((found) => found.id);
}
