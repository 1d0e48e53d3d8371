import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { encodeWkbHex } from '../geo/wkb.ts';
import {
  columnOf,
  columnType,
  quote,
  stillKnown,
  systemColumns as system,
  tableOf,
} from '../register/columns.ts';
import type { Field } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';
import type { Changes, ClosedRow } from './changeset.ts';
import { type EntryLine, entryLine, entryTarget, type RowLine, rowLine, rowTarget } from './copy-line.ts';
import { sqlInstant } from './instant.ts';
import { type Companion, inChunks } from './log-batch.ts';

/** Rows up to which one statement with arrays is quicker than a COPY a table. */
const mostInStatement = 500;

/**
 * Writes changes of registers, and whatever goes with them, to the log and the registers' tables: in one round trip where
 * they are few, since others wait for the head of the log meanwhile.
 */
export async function storeChanges(
  tx: Queryable,
  changes: readonly Changes[],
  companions: readonly Companion[],
  last: Sql,
): Promise<void> {
  const parts: Companion[] = [...companions];
  const rows = changes.reduce((sum, { entries, added }) => sum + entries.length + added.length, 0);
  const isSmall = rows <= mostInStatement;
  if (isSmall) parts.push(['entries', insertEntries(changes.flatMap(({ entries }) => entries))]);
  else await tx.copyIn(entryTarget, inChunks(changes.flatMap(({ entries }) => entries.map(entryLine))));
  for (const [index, { register, closed, added }] of changes.entries()) {
    if (closed.length > 0) parts.push([`closed_${index}`, closeRows(register, closed)]);
    if (isSmall && added.length > 0) parts.push([`added_${index}`, insertRows(register, added)]);
  }
  const clauses = parts.map(([name, statement]) => sql`${raw(name)} as (${statement})`);
  await tx.query(sql`with ${join(clauses, ', ')} ${last}`, { isPrepared: changes.length === 1 && isSmall });
  if (isSmall) return;
  // After the rows that they supersede were closed; the order is of no matter to the database.
  for (const { register, added } of changes) await copyRows(tx, register, added);
}

/** Writes changes to the table of their register alone: what they say is in the log already. */
export async function storeRows(tx: Queryable, { register, closed, added }: Changes): Promise<void> {
  if (closed.length > 0) await tx.query(closeRows(register, closed));
  await copyRows(tx, register, added);
}

async function copyRows(tx: Queryable, register: Register, added: readonly RowLine[]): Promise<void> {
  if (added.length === 0) return;
  await tx.copyIn(rowTarget(register), inChunks(added.map((row) => rowLine(row, register.fields))));
}

function insertEntries(entries: readonly EntryLine[]): Sql {
  return sql`insert into ufuq.entry (position, register, record, valid_from, valid_to, body)
    select * from unnest(
      ${entries.map(({ position }) => position)}::bigint[], ${entries.map(({ registerNumber }) => registerNumber)}::int[],
      ${entries.map(({ record }) => record)}::text[], ${entries.map(({ from }) => sqlInstant(from))}::timestamptz[],
      ${entries.map(({ to }) => sqlInstant(to))}::timestamptz[], ${entries.map(({ body }) => body)}::text[])`;
}

function closeRows(register: Register, closed: readonly ClosedRow[]): Sql {
  return sql`update ${raw(tableOf(register.id))} t set ${raw(system.knownTo)} = c.known_to
    from unnest(
      ${closed.map((row) => row.record)}::text[], ${closed.map((row) => sqlInstant(row.from))}::timestamptz[],
      ${closed.map((row) => row.knownFrom)}::bigint[], ${closed.map((row) => row.knownTo)}::bigint[]
    ) as c (record, valid_from, known_from, known_to)
    where t.${raw(system.record)} = c.record and t.${raw(system.validFrom)} = c.valid_from
      and t.${raw(system.knownFrom)} = c.known_from and t.${raw(system.knownTo)} = ${stillKnown}::bigint`;
}

function insertRows(register: Register, added: readonly RowLine[]): Sql {
  const columns = [...Object.values(system), ...register.fields.map((field) => quote(columnOf(field.name)))];
  const arrays = [
    sql`${added.map(({ entry }) => entry)}::bigint[]`,
    sql`${added.map(({ record }) => record)}::text[]`,
    sql`${added.map(({ born }) => born)}::bigint[]`,
    sql`${added.map(({ from }) => sqlInstant(from))}::timestamptz[]`,
    sql`${added.map(({ to }) => sqlInstant(to))}::timestamptz[]`,
    sql`${added.map(({ knownFrom }) => knownFrom)}::bigint[]`,
    sql`${added.map(({ knownTo }) => knownTo)}::bigint[]`,
    sql`${added.map(({ body }) => body.geometry && encodeWkbHex(body.geometry, { srid: 4326 }))}::text[]`,
    ...register.fields.map((field) => {
      const values = added.map(({ body }) => columnValue(field, body.properties[field.name]));
      return sql`${values}::${raw(columnType(field).split(' collate ')[0]!)}[]`;
    }),
  ];
  // Arrays of geometries have a delimiter of their own, so those travel as text.
  const names = columns.map((name, i) => (name === system.geometry ? `c${i}::geometry` : `c${i}`));
  const aliases = columns.map((_, i) => `c${i}`);
  return sql`insert into ${raw(tableOf(register.id))} (${raw(columns.join(', '))})
    select ${raw(names.join(', '))} from unnest(${join(arrays, ', ')}) as r (${raw(aliases.join(', '))})`;
}

/** A value as a member of an array parameter; what is kept as JSON goes as its text. */
function columnValue({ type }: Field, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return type === 'localized' || type === 'array' || type === 'object' ? JSON.stringify(value) : value;
}
