import sql from 'sql-template-tag';
import { visibleRegisters } from '../../access/narrow.ts';
import type { Queryable } from '../../db/database.ts';
import type { Register, Registry } from '../../register/register.ts';
import type { Position } from '../entry.ts';
import type { Change, ChangePage } from './change.ts';
import { type FeedQuestion, type Lens, lensOf } from './lens.ts';
import { type RawEntry, type RawPage, rawEntries } from './raw-entry.ts';
import { concerns, nextSpans, type Subject } from './span.ts';
import { changeOf, tell } from './tell.ts';
import { tellDefinition } from './tell-definition.ts';

/** A question with its lenses ground: one for each register that it concerns. */
export interface Feed {
  readonly question: FeedQuestion;
  /** Undefined where all of the log is read. */
  readonly subject: Subject | undefined;
  readonly lenses: ReadonlyMap<number, Lens>;
  /** Ids of the registers that the question sees, and of all that stand. */
  readonly seen: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
}

export interface FeedPage {
  /** Everything up to this position is known already. */
  readonly since: Position;
  /** Changes at most. */
  readonly limit: number;
  /** Bytes of bodies at most that one page reads; 8 MB by default. */
  readonly mostBytes?: number;
}

/** Entries that one page looks at, at most, before it says how far it came. */
const mostLookedAt = 20_000;
const window = 2_000;

/**
 * Prepares a question about the registers that stand now.
 * @throws {Problem} `register-not-found`; {FilterError} where the filter does not fit a register
 */
export async function openFeed(registry: Registry, question: FeedQuestion): Promise<Feed> {
  const chosen: readonly Register[] =
    question.registers?.map((id) => registry.require(id)) ??
    visibleRegisters(registry.all(), question.caller);
  const lenses = new Map<number, Lens>();
  for (const register of chosen) lenses.set(registry.numberOf(register.id), await lensOf(register, question));
  const ids = chosen.map(({ id }) => id);
  return {
    question,
    subject: question.registers && { numbers: [...lenses.keys()], ids },
    lenses,
    seen: new Set(ids),
    standing: new Set(registry.all().map(({ id }) => id)),
  };
}

/** False where a register was declared, declared anew or dropped since: the question must then be put again. */
export function isOfNow({ lenses, standing }: Feed, registry: Registry): boolean {
  const all = registry.all();
  const isSame = [...lenses.values()].every(({ register }) => registry.get(register.id) === register);
  return isSame && all.length === standing.size && all.every(({ id }) => standing.has(id));
}

/** Position of the last entry that is committed. */
export async function headOf(db: Queryable): Promise<Position> {
  const [row] = await db.query<{ position: number }>(sql`select position from ufuq.head`);
  return Number(row!.position);
}

/**
 * The changes after a position, in the order of the log. The head is read first: positions have no gaps and follow the
 * order of commits, so everything up to it is there. A page ends between two atomic writes wherever it can.
 */
export async function readChanges(db: Queryable, feed: Feed, page: FeedPage): Promise<ChangePage> {
  const head = await headOf(db);
  const changes: Change[] = [];
  let reached = Math.min(page.since, head);
  let looked = 0;
  let batch = { first: 0, last: 0 };
  let bytes = page.mostBytes ?? 8_000_000;
  while (reached < head && changes.length < page.limit && looked < mostLookedAt && bytes > 0) {
    const spans = await nextSpans(db, feed.subject, { after: reached, head, window: 5 * window });
    if (spans.length === 0) break;
    const raw = await rawEntries(
      db,
      spans,
      { most: Math.min(window, Math.max(page.limit, 100)), mostBytes: bytes },
      feed.subject && concerns(feed.subject),
    );
    changes.push(...(await toldOf(db, feed, raw)));
    bytes -= raw.entries.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);
    looked += raw.entries.length;
    reached = raw.reached;
    batch = raw.entries.at(-1)?.batch ?? batch;
  }
  if (changes.length > page.limit) {
    changes.length = page.limit;
    const last = changes.at(-1)!;
    reached = last.position;
    batch = last.batch;
  }
  return wholeBatches({ changes, next: reached, isLatest: reached === head }, page.since, batch);
}

/** Leaves a batch that did not fit for the next page, unless it is all that this one has. */
function wholeBatches(
  page: ChangePage,
  since: Position,
  batch: { readonly first: Position; readonly last: Position },
): ChangePage {
  const isCut = batch.first <= page.next && page.next < batch.last;
  if (!isCut || batch.first - 1 <= since) return page;
  return {
    changes: page.changes.filter(({ position }) => position < batch.first),
    next: batch.first - 1,
    isLatest: false,
  };
}

async function toldOf(db: Queryable, feed: Feed, { entries }: RawPage): Promise<Change[]> {
  const byRegister = new Map<number, RawEntry[]>();
  for (const entry of entries) {
    const group = byRegister.get(entry.registerNumber) ?? [];
    byRegister.set(entry.registerNumber, group);
    group.push(entry);
  }
  const told = new Map<Position, Change>();
  for (const [number, group] of byRegister) {
    const lens = feed.lenses.get(number);
    if (lens) for (const [position, change] of await tell(db, lens, group)) told.set(position, change);
  }
  for (const entry of byRegister.get(0) ?? []) {
    const change = await tellDefinition(db, entry, feed);
    if (change) told.set(entry.position, change);
  }
  for (const entry of byRegister.get(-1) ?? []) {
    const change = tellErasure(entry, feed);
    if (change) told.set(entry.position, change);
  }
  return entries.flatMap(({ position }) => told.get(position) ?? []);
}

/** Whoever may have read what was erased is told to forget it. */
function tellErasure(entry: RawEntry, { lenses }: Feed): Change | undefined {
  const { erases } = entry;
  const lens = erases && lenses.get(erases.registerNumber);
  if (!erases || !lens || (lens.hasRowRule && !erases.wasPublic)) return undefined;
  const { position, record } = erases;
  return changeOf(entry, lens.register.id, { kind: 'erasure', body: null, record, erases: position });
}
