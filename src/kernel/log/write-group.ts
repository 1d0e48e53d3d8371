import type { Clock } from '../clock.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Problem, type Violation } from '../errors.ts';
import { stillKnown } from '../register/columns.ts';
import type { RecordLimits } from '../register/record-check.ts';
import type { Registry } from '../register/register.ts';
import type { Row } from '../register/row.ts';
import { applyIntent } from './apply-intent.ts';
import { checkBatch } from './batch-check.ts';
import { Changeset, mergeChanges } from './changeset.ts';
import type { EntryLine } from './copy-line.ts';
import type { Position } from './entry.ts';
import { FaultList, refusal } from './fault-list.ts';
import { formatInstant } from './instant.ts';
import type { Intent, PlannedEntry, WriteContext, Written } from './intent.ts';
import { lockHead, type SealedBatch, sealing, touching } from './log-batch.ts';
import { standingRows } from './standing-rows.ts';
import { storeChanges } from './store-changes.ts';
import type { Waiting } from './write-queue.ts';

export interface WriterOptions {
  readonly database: Database;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly limits: RecordLimits;
}

export type NamedIntent = Intent & { readonly record: string };

/** A batch that waits to be written, checked as far as that needs no database. */
export interface WaitingBatch extends Waiting {
  readonly intents: readonly NamedIntent[];
  readonly context: WriteContext;
  /** What is known to be wrong with it; it will be refused, with whatever else is. */
  readonly faults: readonly Violation[];
  readonly resolve: (written: readonly Written[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What a batch comes to, before it is in the database: entries and rows by register, and its answer. */
interface Applied {
  readonly batch: WaitingBatch;
  readonly changesets: readonly Changeset[];
  readonly written: readonly Written[];
  readonly sealed: SealedBatch;
  readonly faults: readonly Violation[];
}

/** Thrown at the end of a dry run, so that the transaction rolls back. */
class Rehearsal extends Error {}

/** The group is rolled back because of some of its members; nobody was answered yet. */
class Regroup extends Error {
  readonly others: readonly WaitingBatch[];
  readonly offenders: readonly WaitingBatch[];

  constructor(others: readonly WaitingBatch[], offenders: readonly WaitingBatch[]) {
    super('the group is to be written without some of its members');
    this.others = others;
    this.offenders = offenders;
  }
}

/**
 * Writes a group of batches in one transaction and answers each after the commit. Each stays a batch of its own, atomic
 * and refused on its own: where the database finds one at fault, all is rolled back, the others are written without it,
 * and it by itself after them, so that it is refused for what stands and not for what another was about to write.
 */
export async function writeGroup(options: WriterOptions, group: readonly WaitingBatch[]): Promise<void> {
  let applied: readonly Applied[] = [];
  let refused: readonly Refused[] = [];
  try {
    await options.database.transaction(async (tx) => {
      ({ applied, refused } = await writeWithin(tx, options, group).catch((error) => {
        // Before the commit was asked for, all is certainly undone, and each can be tried by itself.
        const isLast = group.length === 1 || error instanceof Regroup || error instanceof Rehearsal;
        throw isLast ? error : new Regroup([], group);
      }));
      if (applied.length === 0 || group[0]!.context.dryRun) throw new Rehearsal();
    });
  } catch (error) {
    if (error instanceof Regroup) {
      if (error.others.length > 0) await writeGroup(options, error.others);
      for (const offender of error.offenders) await writeGroup(options, [offender]);
      return;
    }
    if (!(error instanceof Rehearsal)) refused = group.map((batch) => ({ batch, error }));
  }
  for (const { batch, error } of refused) batch.reject(error);
  for (const { batch, written } of applied) batch.resolve(written);
}

interface Refused {
  readonly batch: WaitingBatch;
  readonly error: unknown;
}

async function writeWithin(
  tx: Queryable,
  { registry, clock, limits }: WriterOptions,
  group: readonly WaitingBatch[],
): Promise<{ readonly applied: readonly Applied[]; readonly refused: readonly Refused[] }> {
  const first = (await lockHead(tx)) + 1;
  const now = clock();
  const known = await loadRows(tx, registry, group);
  const applied: Applied[] = [];
  const refused: Refused[] = [];
  let next = first;
  for (const batch of group) {
    try {
      const one = apply(registry, batch, known, { now, next, limits });
      applied.push(one);
      next = one.sealed.last + 1;
    } catch (error) {
      refused.push({ batch, error });
    }
  }
  const faulty = applied.filter(({ faults }) => faults.length > 0).map(({ batch }) => batch);
  if (faulty.length > 0 && group.length > 1)
    throw new Regroup(
      group.filter((batch) => !faulty.includes(batch)),
      faulty,
    );
  if (applied.some(({ changesets }) => changesets.some(({ entries }) => entries.length > 0))) {
    await store(tx, registry, applied);
    await check(tx, registry, applied, first, refused);
  } else if (faulty.length > 0) throw refusal(applied[0]!.faults);
  return { applied, refused };
}

/** The rows that stand for every record of the group, by register and record. */
async function loadRows(
  tx: Queryable,
  registry: Registry,
  group: readonly WaitingBatch[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const wanted = new Map<string, Set<string>>();
  for (const { intents } of group)
    for (const { register, record } of intents)
      wanted.set(register, (wanted.get(register) ?? new Set()).add(record));
  const known = new Map<string, Row[]>();
  for (const [id, records] of wanted) {
    for (const row of await standingRows(tx, registry.require(id), records)) {
      const key = keyOf(id, row.record);
      known.set(key, [...(known.get(key) ?? []), row]);
    }
  }
  return known;
}

/** Says a batch's intents in entries, in memory, and notes what is wrong with them. @throws {Problem} for a single intent */
function apply(
  registry: Registry,
  batch: WaitingBatch,
  known: ReadonlyMap<string, readonly Row[]>,
  moment: { readonly now: Date; readonly next: Position; readonly limits: RecordLimits },
): Applied {
  const { intents, context } = batch;
  const changesets = new Map<string, Changeset>();
  for (const id of new Set(intents.map(({ register }) => register))) {
    const records = new Set(intents.filter(({ register }) => register === id).map(({ record }) => record));
    const rows = [...records].flatMap((record) => known.get(keyOf(id, record)) ?? []);
    changesets.set(id, new Changeset(registry.require(id), registry.numberOf(id), rows, stillKnown));
  }
  let position = moment.next - 1;
  const faults = new FaultList(batch.faults);
  const written: Written[] = [];
  for (const [index, intent] of intents.entries()) {
    const changeset = changesets.get(intent.register)!;
    const before = changeset.entries.length;
    try {
      const { violations, ...outcome } = applyIntent(changeset, intent, {
        now: moment.now.getTime(),
        next: position + 1,
        limits: moment.limits,
        isTakeover: context.isTakeover ?? false,
      });
      for (const violation of violations) faults.add(at(index, intents, violation));
      position = outcome.position;
      const planned = context.dryRun ? { entries: changeset.entries.slice(before).map(plannedEntry) } : {};
      written.push({ register: intent.register, record: intent.record, ...outcome, ...planned });
    } catch (error) {
      if (intents.length === 1 || !(error instanceof Problem)) throw error;
      faults.add({ pointer: `/${index}`, code: error.id, params: error.params });
    }
  }
  const sealed = {
    first: moment.next,
    last: position,
    actor: context.caller.name,
    legalBasis: context.legalBasis ?? null,
    cause: context.cause,
    recordedAt: moment.now,
  };
  const answered = written.map((each) => {
    const standsSince = presentSince(changesets.get(each.register)!, each.record, moment.now.getTime());
    return standsSince === undefined ? each : { ...each, standsSince };
  });
  return { batch, changesets: [...changesets.values()], written: answered, sealed, faults: faults.all };
}

/** Position of the row that a question without `datetime` answers: the one of now, of events the latest. */
function presentSince(changeset: Changeset, record: string, now: number): Position | undefined {
  const rows = changeset.rowsOf(record);
  const isEvent = changeset.register.validTime.kind === 'event';
  const found = isEvent
    ? rows.toSorted((a, b) => b.from - a.from)[0]
    : rows.find(({ from, to }) => from <= now && now < to);
  return found?.knownFrom;
}

function plannedEntry({ from, to, body }: EntryLine): PlannedEntry {
  const valid = { from: formatInstant(from), to: formatInstant(to) };
  return { valid, body: body === null ? null : JSON.parse(body) };
}

async function store(tx: Queryable, registry: Registry, applied: readonly Applied[]): Promise<void> {
  const merged = mergeChanges(applied.flatMap(({ changesets }) => changesets));
  const changes = [...merged.values()].filter(({ entries }) => entries.length > 0);
  const { parts, tell } = sealing(applied.map(({ sealed }) => sealed));
  const touched = changes.map(
    ({ register, entries }) => [registry.numberOf(register.id), entries.at(-1)!.position] as const,
  );
  await storeChanges(tx, changes, [...parts, ['touched', touching(touched)]], tell);
}

/** @throws {Regroup} where members of a larger group are at fault; {Problem} for one batch alone */
async function check(
  tx: Queryable,
  registry: Registry,
  applied: readonly Applied[],
  first: Position,
  refused: readonly Refused[],
): Promise<void> {
  const offenders = new Set<WaitingBatch>();
  const changes = mergeChanges(applied.flatMap(({ changesets }) => changesets));
  const faults = applied.flatMap((one) => one.faults);
  // Records that were kept elsewhere before bring the lineage that they had there.
  const isTakenOver = applied.some(({ batch }) => batch.context.isTakeover === true);
  try {
    await checkBatch(tx, registry, changes, { first, isTakenOver }, (register, record, violation) => {
      const isMeant = (intent: NamedIntent) => intent.register === register && intent.record === record;
      const found = applied.find(({ batch }) => batch.intents.some(isMeant));
      // What is at fault with a record that nobody wrote may be anybody's doing.
      for (const { batch } of found ? [found] : applied) offenders.add(batch);
      const { intents } = (found ?? applied[0]!).batch;
      return at(intents.findLastIndex(isMeant), intents, violation);
    });
    if (faults.length > 0) throw refusal(faults);
  } catch (error) {
    if (faults.length > 0 && error instanceof Problem && error.id === 'invalid-record')
      throw refusal(new FaultList([...faults, ...error.violations]).all);
    if (applied.length + refused.length === 1 || offenders.size === 0) throw error;
    // Those that were refused already may have been so because of what an offender was about to write.
    const others = [...applied, ...refused]
      .map(({ batch }) => batch)
      .filter((batch) => !offenders.has(batch));
    throw new Regroup(others, [...offenders]);
  }
}

/** A register's record, as one text. */
export function keyOf(register: string, record: string): string {
  return `${register}/${record}`;
}

/** The violation with the place of its intent before its pointer, where the batch has several. */
export function at(index: number, intents: readonly unknown[], violation: Violation): Violation {
  return intents.length === 1 || index < 0
    ? violation
    : { ...violation, pointer: `/${index}${violation.pointer}` };
}
