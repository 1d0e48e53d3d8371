import sql, { raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { Violation } from '../errors.ts';
import { Problem } from '../errors.ts';
import { columnOf, quote, stillKnown, systemColumns as system, tableOf } from '../register/columns.ts';
import type { Field } from '../register/declaration.ts';
import { escapePointer } from '../register/record-check.ts';
import type { Register, Registry } from '../register/register.ts';
import { show } from '../register/value-check.ts';
import type { Changes } from './changeset.ts';
import type { Position } from './entry.ts';
import type { Finding } from './finding.ts';
import { checkRules } from './rule-check.ts';

type Place = (register: string, record: string, violation: Violation) => Violation;

/**
 * Checks that need the database, on the rows that a batch has just written: valid geometry, unique values,
 * references that exist, declared rules. Throws them all at once; the transaction then rolls back.
 */
export async function checkBatch(
  tx: Queryable,
  registry: Registry,
  changesets: ReadonlyMap<string, Changes>,
  first: Position,
  place: Place,
): Promise<void> {
  const violations: Violation[] = [];
  for (const { register, added } of changesets.values()) {
    if (added.length === 0) continue;
    const records = [...new Set(added.map((row) => row.record))];
    const rows = sql`t.${raw(system.record)} = any(${records}::text[]) and t.${raw(system.knownFrom)} >= ${first}::bigint
      and t.${raw(system.knownTo)} = ${stillKnown}::bigint`;
    for (const finding of await findings(tx, registry, register, rows))
      violations.push(place(register.id, finding.record, finding.violation));
  }
  if (violations.length > 0) throw new Problem('invalid-record', {}, violations);
}

/** All findings on the rows of a register (table `t`) that a condition selects; imports, which check geometry themselves, use it as well. */
export async function findings(
  tx: Queryable,
  registry: Registry,
  register: Register,
  rows: Sql,
  isGeometryKnown = false,
): Promise<Finding[]> {
  const found: Finding[] = [];
  if (register.geometry && !isGeometryKnown) found.push(...(await invalidGeometries(tx, register, rows)));
  for (const field of register.fields) {
    if (field.unique) found.push(...(await duplicates(tx, register, field, rows)));
    if (field.ref && registry.get(field.ref))
      found.push(...(await danglingReferences(tx, register, field, rows)));
  }
  found.push(...(await checkRules(tx, register, rows)));
  return found;
}

const mostFindings = 1000;

async function invalidGeometries(tx: Queryable, register: Register, rows: Sql): Promise<Finding[]> {
  const found = await tx.query<{ record: string; reason: string; place: string | null }>(sql`
    select t.${raw(system.record)} as record, d.reason, ST_AsGeoJSON(d.location) as place
    from ${raw(tableOf(register.id))} t, lateral ST_IsValidDetail(t.${raw(system.geometry)}) d
    where ${rows} and not d.valid limit ${mostFindings}`);
  return found.map(({ record, reason, place }) => ({
    record,
    violation: {
      pointer: '/geometry',
      code: 'geometry-invalid',
      params: { reason },
      geometry: place && JSON.parse(place),
    },
  }));
}

async function duplicates(tx: Queryable, register: Register, field: Field, rows: Sql): Promise<Finding[]> {
  const table = raw(tableOf(register.id));
  const column = raw(quote(columnOf(field.name)));
  const found = await tx.query<{ record: string; value: unknown; other: string }>(sql`
    select t.${raw(system.record)} as record, t.${column} as value, o.${raw(system.record)} as other
    from ${table} t join ${table} o on o.${column} = t.${column} and o.${raw(system.record)} <> t.${raw(system.record)}
      and o.${raw(system.knownTo)} = ${stillKnown}::bigint
      and o.${raw(system.validFrom)} < t.${raw(system.validTo)} and o.${raw(system.validTo)} > t.${raw(system.validFrom)}
    where ${rows} limit ${mostFindings}`);
  return found.map(({ record, value, other }) => ({
    record,
    violation: { pointer: pointerTo(field), code: 'not-unique', params: { value: show(value), other } },
  }));
}

async function danglingReferences(
  tx: Queryable,
  register: Register,
  field: Field,
  rows: Sql,
): Promise<Finding[]> {
  const column = raw(`t.${quote(columnOf(field.name))}`);
  const value = field.type === 'array' ? sql`v.value` : sql`${column}::text`;
  const source =
    field.type === 'array' ? sql`, lateral jsonb_array_elements_text(${column}) v(value)` : sql``;
  const found = await tx.query<{ record: string; value: string }>(sql`
    select t.${raw(system.record)} as record, ${value} as value
    from ${raw(tableOf(register.id))} t ${source}
    where ${rows} and ${column} is not null and not exists (
      select 1 from ${raw(tableOf(field.ref!))} o
      where o.${raw(system.record)} = ${value} and o.${raw(system.knownTo)} = ${stillKnown}::bigint)
    limit ${mostFindings}`);
  return found.map(({ record, value: missing }) => ({
    record,
    violation: {
      pointer: pointerTo(field),
      code: 'reference-missing',
      params: { value: missing, register: field.ref! },
    },
  }));
}

function pointerTo(field: Field): string {
  return `/properties/${escapePointer(field.name)}`;
}
