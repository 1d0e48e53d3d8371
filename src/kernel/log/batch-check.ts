import sql, { raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { Problem, type Violation } from '../errors.ts';
import type { Register, Registry } from '../register/register.ts';
import type { Changes } from './changeset.ts';
import type { RowLine } from './copy-line.ts';
import type { Position } from './entry.ts';
import type { Finding } from './finding.ts';
import { type Check, columnsOf, type Offence, runChecks, stands } from './rules/check.ts';
import { conditions, conditionsAbout } from './rules/conditions.ts';
import { eventTable, lineageEvents, ofLineage } from './rules/lineage.ts';
import { gapsOfMembers, gapsUnder, type Touched } from './rules/no-gap.ts';
import { overlaps } from './rules/no-overlap.ts';
import { references, referrers, type Withdrawn } from './rules/references.ts';
import { idList, loggedRecords, type Rows, writtenRows } from './rules/rows.ts';
import { duplicates, invalidGeometries } from './rules/values.ts';
import { leftOutside, outside } from './rules/within.ts';

type Place = (register: string, record: string, violation: Violation) => Violation;

/**
 * Checks that need the database, on the rows that a batch has just written and on those that it left behind: all of
 * them in one statement. Throws what they find at once; the transaction then rolls back.
 */
export async function checkBatch(
  tx: Queryable,
  registry: Registry,
  changesets: ReadonlyMap<string, Changes>,
  { first, isTakenOver = false }: { readonly first: Position; readonly isTakenOver?: boolean },
  place: Place,
): Promise<void> {
  const checks: Check[] = [];
  const prelude: Sql[] = [];
  const list = (name: string, ids: Iterable<string>) => {
    prelude.push(idList(name, [...new Set(ids)]));
    return name;
  };
  for (const [index, { register, added, closed }] of [...changesets.values()].entries()) {
    const records = (rows: readonly { readonly record: string }[]) => rows.map(({ record }) => record);
    if (added.length > 0) {
      const where = writtenRows(list(`added${index}`, records(added)), first);
      checks.push(...ofWritten(registry, { register, where, first, isGeometryKnown: false }));
    }
    const events = isTakenOver ? [] : lineageEvents(register, added, first);
    if (events.length > 0) {
      const name = `lineage${index}`;
      prelude.push(eventTable(name, events));
      checks.push(...ofLineage(register, name, first));
    }
    if (closed.length > 0) {
      const changed = list(`changed${index}`, records(closed));
      const kept = new Set(records(added));
      const gone = list(
        `gone${index}`,
        records(closed).filter((record) => !kept.has(record)),
      );
      checks.push(...ofWithdrawn(registry, { register, gone, changed, first }));
    }
    if (added.length + closed.length > 0) {
      const touched = list(`touched${index}`, [...records(added), ...records(closed)]);
      checks.push(...ofPartitions(registry, { register, where: touchedRows(touched, first), first }));
    }
  }
  // The checks of one register are the same text from batch to batch, and take longer to plan than to answer.
  const isPrepared = changesets.size === 1;
  const found = await runChecks(tx, checks, prelude, { isPrepared });
  const violations = found.map(({ register, record, violation }) => place(register, record, violation));
  if (violations.length > 0) throw new Problem('invalid-record', {}, violations);
}

/**
 * As `checkBatch`, of what a batch did to one register where only the log lists its records: entries from `first` on. Bodies and
 * geometries were checked by themselves. `successors` are the new rows that name predecessors.
 */
export async function checkLogged(
  tx: Queryable,
  registry: Registry,
  register: Register,
  successors: readonly RowLine[],
  first: Position,
): Promise<Offence[]> {
  const rows: Rows = { register, where: writtenRows('logged', first), first, isGeometryKnown: true };
  const checks = [
    ...ofWritten(registry, rows),
    ...ofWithdrawn(registry, { register, gone: 'gone', changed: 'logged', first }),
    ...ofPartitions(registry, { register, where: touchedRows('logged', first), first }),
  ];
  const prelude = loggedRecords(register, registry.numberOf(register.id), first);
  const events = lineageEvents(register, successors, first);
  if (events.length > 0) {
    prelude.push(eventTable('lineage', events));
    checks.push(...ofLineage(register, 'lineage', first));
  }
  return await runChecks(tx, checks, prelude);
}

/** All findings on new rows of a register (table `t`), which an import has written from a position on and checked by themselves. */
export async function findings(
  tx: Queryable,
  registry: Registry,
  register: Register,
  where: Sql,
  first: Position,
): Promise<Finding[]> {
  const rows: Rows = { register, where, first, isGeometryKnown: true };
  const checks = [...ofWritten(registry, rows), ...ofPartitions(registry, rows)];
  return (await runChecks(tx, checks)).map(({ record, violation }) => ({ record, violation }));
}

function ofWritten(registry: Registry, rows: Rows): Check[] {
  return [
    ...invalidGeometries(rows),
    ...duplicates(rows),
    ...references(registry, rows),
    ...conditions(registry, rows),
    ...outside(registry, rows),
    ...overlaps(rows),
  ];
}

function ofWithdrawn(registry: Registry, withdrawn: Withdrawn): Check[] {
  return [
    ...referrers(registry, withdrawn),
    ...conditionsAbout(registry, withdrawn),
    ...leftOutside(registry, withdrawn),
  ];
}

function ofPartitions(registry: Registry, touched: Touched): Check[] {
  return [...gapsOfMembers(registry, touched), ...gapsUnder(registry, touched)];
}

/** Rows of the listed records that a batch wrote or superseded. */
function touchedRows(name: string, first: Position): Sql {
  const t = columnsOf('t');
  const isWritten = sql`${t.knownFrom} >= ${first}::bigint and ${stands('t')}`;
  const isSuperseded = sql`${t.knownTo} >= ${first}::bigint and not (${stands('t')})`;
  return sql`${t.record} = any((select ids from ${raw(name)})::text[]) and ((${isWritten}) or (${isSuperseded}))`;
}
