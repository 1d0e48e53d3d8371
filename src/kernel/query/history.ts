import sql from 'sql-template-tag';
import type { View } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import type { Body, Entry, Position } from '../log/entry.ts';
import { formatInstant } from '../log/instant.ts';
import { recordPositions } from '../log/record-positions.ts';
import type { Register } from '../register/register.ts';
import { rowRule } from './row-rule.ts';

interface Subject {
  readonly register: Register;
  readonly number: number;
  readonly view: View;
}

/** Entries of one record, newest first, without the properties that the view hides. */
export async function historyOf(
  db: Queryable,
  { register, number, view }: Subject,
  record: string,
  page: { limit: number; before?: Position },
): Promise<readonly Entry[]> {
  const rows = await db.query<Record<string, string | number | boolean | null>>(sql`
    select e.position, e.body, x.position is not null as erased, x.was_public, b.actor, b.legal_basis, b.cause,
      (extract(epoch from e.valid_from) * 1000)::float8 as f, (extract(epoch from e.valid_to) * 1000)::float8 as u,
      (extract(epoch from b.recorded_at) * 1000)::float8 as r
    from ufuq.entry e left join ufuq.erasure x on x.position = e.position,
      lateral (select * from ufuq.batch where last >= e.position order by last limit 1) b
    where e.position in (${recordPositions(register, number, record)})
      and e.position < ${page.before ?? Number.MAX_SAFE_INTEGER}::bigint
    order by e.position desc limit ${page.limit}`);
  const told = view.rows === undefined ? rows : rows.filter((row) => !row.erased || row.was_public);
  const entries = told.map(
    (row): Entry => ({
      position: Number(row.position),
      register: register.id,
      record,
      body: row.body === null ? null : (JSON.parse(String(row.body)) as Body),
      ...(row.erased ? { isErased: true } : {}),
      valid: { from: formatInstant(Number(row.f)), to: formatInstant(Number(row.u)) },
      recordedAt: formatInstant(Number(row.r))!,
      actor: String(row.actor),
      legalBasis: row.legal_basis === null ? null : String(row.legal_basis),
      cause: String(row.cause),
    }),
  );
  const seen = view.rows === undefined ? entries : await onlyShown(register, view.rows, entries);
  return seen.map((entry) => ({ ...entry, body: entry.body && shown(entry.body, view) }));
}

/** Entries whose body the public may see, or could before it was erased; what says "absent" is told only beside one of those. */
async function onlyShown(
  register: Register,
  rule: string,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const holds = await rowRule(register, rule);
  const shown = entries.filter(({ record, body }) => body === null || holds({ id: record, ...body }));
  return shown.some(({ body, isErased }) => body !== null || isErased) ? shown : [];
}

function shown(body: Body, view: View): Body {
  const names = new Set(view.fields.map((field) => field.name));
  const properties = Object.fromEntries(Object.entries(body.properties).filter(([name]) => names.has(name)));
  return { geometry: body.geometry, properties };
}
