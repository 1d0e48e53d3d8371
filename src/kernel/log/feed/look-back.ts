import sql, { raw } from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import { systemColumns as system, tableOf } from '../../register/columns.ts';
import type { Body, Position } from '../entry.ts';
import { sqlInstant } from '../instant.ts';
import type { Stretch } from '../timeline.ts';
import type { Lens } from './lens.ts';
import type { RawEntry } from './raw-entry.ts';

/** What was known of a record, over the valid time of an entry, just before that entry. */
export interface Before {
  /** Versions that the lens shows. */
  readonly versions: readonly (Stretch & { readonly body: Body })[];
  /** Something that was known then has been erased, and the caller may know of it. */
  readonly hadErased: boolean;
}

const nothing: Before = { versions: [], hadErased: false };

/** What the lens showed just before each of some entries of one register. */
export async function lookBack(
  db: Queryable,
  lens: Lens,
  entries: readonly RawEntry[],
): Promise<(position: Position) => Before> {
  if (entries.length === 0) return () => nothing;
  const asked = sql`unnest(
    ${entries.map(({ position }) => position)}::bigint[], ${entries.map(({ record }) => record)}::text[],
    ${entries.map(({ from }) => sqlInstant(from))}::timestamptz[], ${entries.map(({ to }) => sqlInstant(to))}::timestamptz[]
  ) a (position, record, valid_from, valid_to)`;
  const found = new Map<Position, { versions: (Stretch & { body: Body })[]; hadErased: boolean }>();
  const at = (position: Position) => {
    const known = found.get(position) ?? { versions: [], hadErased: false };
    found.set(position, known);
    return known;
  };
  const rows = await db.query<{ at: number; f: number; u: number; record: string; body: string | null }>(sql`
    select a.position as at, a.record, e.body,
      (extract(epoch from t.${raw(system.validFrom)}) * 1000)::float8 as f,
      (extract(epoch from t.${raw(system.validTo)}) * 1000)::float8 as u
    from ${asked} join ${raw(tableOf(lens.register.id))} t on t.${raw(system.record)} = a.record
      and t.${raw(system.knownFrom)} < a.position and t.${raw(system.knownTo)} >= a.position
      and t.${raw(system.validFrom)} < a.valid_to and t.${raw(system.validTo)} > a.valid_from
    join ufuq.entry e on e.position = t.${raw(system.entry)} order by a.position, f`);
  for (const row of rows) {
    if (row.body === null) continue;
    const body = JSON.parse(row.body) as Body;
    if (lens.matches(row.record, body))
      at(row.at).versions.push({ from: Number(row.f), to: Number(row.u), body });
  }
  const numbers = [...new Set(entries.map(({ registerNumber }) => registerNumber))];
  const erased = await db.query<{ at: number }>(sql`
    select distinct a.position as at from ${asked}
    join ufuq.entry p on p.record = a.record and p.register = any(${numbers}::int[]) and p.position < a.position
      and p.valid_from < a.valid_to and p.valid_to > a.valid_from and p.body is null
    join ufuq.erasure x on x.position = p.position and (x.was_public or not ${lens.hasRowRule}::boolean)`);
  for (const row of erased) at(row.at).hadErased = true;
  return (position) => found.get(position) ?? nothing;
}
