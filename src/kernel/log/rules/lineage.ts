import sql, { raw, type Sql } from 'sql-template-tag';
import { tableOf } from '../../register/columns.ts';
import type { Register } from '../../register/register.ts';
import { defaultLineageToleranceM2, predecessorsField, rulesOf } from '../../register/rule.ts';
import type { RowLine } from '../copy-line.ts';
import type { Position } from '../entry.ts';
import { formatInstant, sqlInstant } from '../instant.ts';
import { asGeoJson, type Check, columnsOf, type Detail, stands } from './check.ts';
import { roundedM2 } from './no-overlap.ts';

/** Records that end and records that begin at one moment, bound together by what the latter say of the former. */
export interface LineageEvent {
  readonly at: number;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
}

/** Whether a row says of its record that it came of others. */
export function namesPredecessors({ body }: RowLine): boolean {
  const named = body.properties[predecessorsField];
  return Array.isArray(named) && named.length > 0;
}

/** The splits and mergers among the rows that a batch wrote: new records that name predecessors, put together. */
export function lineageEvents(
  register: Register,
  added: readonly RowLine[],
  first: Position,
): readonly LineageEvent[] {
  if (register.lineage === undefined) return [];
  const events: { at: number; predecessors: Set<string>; successors: Set<string> }[] = [];
  for (const row of added) {
    if (row.born < first || !namesPredecessors(row)) continue;
    const { record, from } = row;
    const named = row.body.properties[predecessorsField] as readonly unknown[];
    const joined = { at: from, predecessors: new Set(named.map(String)), successors: new Set([record]) };
    for (const other of events.filter(
      ({ at, predecessors }) => at === from && named.some((id) => predecessors.has(String(id))),
    )) {
      for (const id of other.predecessors) joined.predecessors.add(id);
      for (const id of other.successors) joined.successors.add(id);
      events.splice(events.indexOf(other), 1);
    }
    events.push(joined);
  }
  return events.map(({ at, predecessors, successors }) => ({
    at,
    predecessors: [...predecessors],
    successors: [...successors],
  }));
}

/** The events as a common table expression `name(event, at, role, record)`; the role is `p` or `s`. */
export function eventTable(name: string, events: readonly LineageEvent[]): Sql {
  const lines = events.flatMap(({ at, predecessors, successors }, event) => [
    ...predecessors.map((record) => ({ event, at, role: 'p', record })),
    ...successors.map((record) => ({ event, at, role: 's', record })),
  ]);
  return sql`${raw(name)} as (select * from unnest(
    ${lines.map(({ event }) => event)}::int[], ${lines.map(({ at }) => sqlInstant(at))}::timestamptz[],
    ${lines.map(({ role }) => role)}::text[], ${lines.map(({ record }) => record)}::text[]) as l(event, at, role, record))`;
}

const [t, p, s] = [columnsOf('t'), columnsOf('p'), columnsOf('s')];

/** What an event must keep: predecessors end, successors last as long as they would have, and both cover one area. */
export function ofLineage(register: Register, events: string, first: Position): Check[] {
  const table = raw(tableOf(register.id));
  const name = raw(events);
  const tolerance = register.lineage?.toleranceM2 ?? defaultLineageToleranceM2;
  const speaker = sql`(select min(record) from ${name} x where x.event = l.event and x.role = 's')`;
  const field = `/properties/${predecessorsField}`;
  const isApart = rulesOf(register, 'no-overlap').some(({ partition }) => partition === undefined);
  const about =
    (pointer: string, code: string) =>
    ({ area }: Detail) => ({
      pointer,
      code,
      params: { area: roundedM2(area) },
    });
  const notEnding: Check = {
    register: register.id,
    statement: sql`
      select ${speaker} as whose, jsonb_build_object('other', l.record, 'from', l.at) as detail, null::text as place
      from ${name} l where l.role = 'p' and (
        not exists (select 1 from ${table} p where ${p.record} = l.record and ${stands('p')} and ${p.to} = l.at)
        or exists (select 1 from ${table} p where ${p.record} = l.record and ${stands('p')} and ${p.to} > l.at))`,
    say: ({ other, from }) => ({
      pointer: field,
      code: 'predecessor-not-ending',
      params: { other, from: shown(from) },
      other: { register: register.id, record: other },
    }),
  };
  const otherEnd: Check = {
    register: register.id,
    statement: sql`
      select ${s.record} as whose, jsonb_build_object('to', before.until) as detail, null::text as place
      from (select l.event, l.at, max(${p.to}) as until from ${name} l join ${table} p on ${p.record} = l.record
          and ${p.knownTo} >= ${first}::bigint and not (${stands('p')}) and ${p.knownFrom} < ${first}::bigint and ${p.to} > l.at
        where l.role = 'p' group by 1, 2) before
      join ${name} l on l.event = before.event and l.role = 's'
      join ${table} s on ${s.record} = l.record and ${stands('s')} and ${s.from} = l.at
      where ${s.to} <> before.until
        and not exists (select 1 from ${name} k where k.role = 'p' and k.record = ${s.record} and k.at = ${s.to})`,
    say: ({ to }) => ({ pointer: '', code: 'successor-end', params: { to: shown(to) } }),
  };
  if (register.geometry === null) return [notEnding, otherEnd];
  const united = (role: 'p' | 's', moment: Sql) => sql`(
    select case when count(*) = count(${t.geometry}) and bool_and(ST_IsValid(${t.geometry})) then ST_Union(${t.geometry}) end
    from ${name} l join ${table} t on ${t.record} = l.record and ${stands('t')} and ${moment} = l.at
    where l.event = e.event and l.role = ${role})`;
  const otherArea: Check = {
    register: register.id,
    statement: sql`
      select e.whose, jsonb_build_object('area', ST_Area(d.g::geography)) as detail, ${asGeoJson(sql`d.g`)} as place
      from (select l.event, min(l.record) filter (where l.role = 's') as whose from ${name} l group by 1) e
        cross join lateral (select ST_CollectionExtract(ST_SymDifference(${united('p', t.to)}, ${united('s', t.from)}), 3) as g) d
      where ST_Area(d.g::geography) > ${tolerance}::float8`,
    say: about('/geometry', 'successors-miss-area'),
  };
  const overlapping: Check = {
    register: register.id,
    statement: sql`
      select ${s.record} as whose, jsonb_build_object('area', ST_Area(d.g::geography)) as detail, ${asGeoJson(sql`d.g`)} as place
      from ${name} l join ${name} k on k.event = l.event and k.role = 's' and k.record > l.record
        join ${table} s on ${s.record} = l.record and ${stands('s')} and ${s.from} = l.at
        join ${table} t on ${t.record} = k.record and ${stands('t')} and ${t.from} = k.at
        cross join lateral (select case when ST_IsValid(${s.geometry}) and ST_IsValid(${t.geometry})
          then ST_CollectionExtract(ST_Intersection(${s.geometry}, ${t.geometry}), 3) end as g) d
      where l.role = 's' and ST_Area(d.g::geography) > ${tolerance}::float8`,
    say: about('/geometry', 'successors-overlap'),
  };
  return [notEnding, otherEnd, otherArea, ...(isApart ? [] : [overlapping])];
}

function shown(instant: string): string {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) return '..';
  return (formatInstant(milliseconds) ?? '..').replace('T00:00:00Z', '');
}
