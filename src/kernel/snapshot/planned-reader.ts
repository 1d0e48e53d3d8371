import type { Caller } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import type { Clock } from '../clock.ts';
import type { Entry, Position } from '../log/entry.ts';
import { formatInstant } from '../log/instant.ts';
import type { SqlReason } from '../query/answered-by.ts';
import { readCursor, writeCursor } from '../query/cursor.ts';
import { resolveTime } from '../query/position.ts';
import type { Count, Extent, Page, PageQuestion, Question, Reader, RecordView } from '../query/question.ts';
import type { Registry } from '../register/register.ts';
import { recordOf, type Wish } from './feature-record.ts';
import { JoinedFeatures } from './joined-features.ts';
import { BrokenSnapshotError } from './paged-bytes.ts';
import { planOf } from './plan.ts';
import type { FoundRow, RegisterSnapshot, Wanted } from './register-snapshot.ts';
import type { SnapshotStore } from './snapshot-store.ts';

export interface PlannedReaderOptions {
  /** Answers what the snapshots cannot. */
  readonly sql: Reader;
  readonly store: SnapshotStore;
  readonly registry: Registry;
  readonly clock: Clock;
}

interface Asked extends Question, Pick<PageQuestion, 'sortBy' | 'epsg'> {
  readonly cursor?: string | undefined;
}

/** A question as it is put to a snapshot. */
interface Asking {
  readonly snapshot: RegisterSnapshot;
  readonly wanted: Wanted;
  readonly now: number;
  readonly position: Position;
  /** Birth after which records are wanted. */
  readonly after: number;
}

/** Answers from memory what a snapshot can say, and asks the database for the rest; both say the same. */
export class PlannedReader implements Reader {
  private readonly options: PlannedReaderOptions;

  constructor(options: PlannedReaderOptions) {
    this.options = options;
  }

  position(): Promise<Position> {
    return this.options.sql.position();
  }

  /** Never newer than what a page is answered from afterwards: else a list could bear a tag that is not yet its own. */
  async lastChange(register: string): Promise<Position> {
    const declared = this.options.registry.get(register);
    const snapshot = declared && this.options.store.of(declared);
    return snapshot?.lastChange ?? (await this.options.sql.lastChange(register));
  }

  async page(question: PageQuestion): Promise<Page> {
    const start = performance.now();
    const page = this.ask(question, (planned) => this.packedPage(question, planned, start));
    if (!('reason' in page)) return page;
    const answer = await this.options.sql.page(question);
    const milliseconds = performance.now() - start;
    return { ...answer, answeredBy: { source: 'sql', reason: page.reason, milliseconds } };
  }

  private packedPage(question: PageQuestion, planned: Asking, start: number): Page {
    const { snapshot, wanted, now, position, after } = planned;
    const { limit } = question;
    const { count, rows } = snapshot.find(wanted, limit + 1, after);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next =
      rows.length > limit && last !== undefined
        ? writeCursor({ position, now, sortBy: [], after: [bornOf(snapshot, last)] })
        : undefined;
    // All that lies on disk is read now: later the file may be closed, or turn out to be broken.
    const features = new JoinedFeatures(snapshot, shown);
    const facts = shown.map((row) => factsOf(snapshot, row));
    const wishOf = () => this.wishOf(question);
    let records: readonly RecordView[] | undefined;
    return {
      get records() {
        if (records) return records;
        const wish = wishOf();
        records = shown.map((row, index) => viewOf(snapshot, row, features.of(index), facts[index]!, wish));
        return records;
      },
      next,
      position,
      matched: { count, isExact: true },
      ...(question.properties || question.skipGeometry ? {} : { features }),
      answeredBy: { source: 'snapshot', milliseconds: performance.now() - start },
    };
  }

  stream(
    question: Omit<PageQuestion, 'limit' | 'cursor'>,
    batchSize?: number,
  ): AsyncIterable<readonly RecordView[]> {
    return this.options.sql.stream(question, batchSize);
  }

  async count(question: Question & { readonly cursor?: string }): Promise<Count> {
    const counted = this.ask(question, ({ snapshot, wanted }) => ({
      count: snapshot.find(wanted, 0).count,
      isExact: true,
    }));
    return 'reason' in counted ? await this.options.sql.count(question) : counted;
  }

  async item(
    question: Omit<PageQuestion, 'limit' | 'cursor' | 'sortBy'>,
    record: string,
  ): Promise<RecordView | undefined> {
    if (question.bbox || question.filter) return await this.options.sql.item(question, record);
    const found = this.ask(question, ({ snapshot, wanted }) => {
      const row = snapshot.item(record, wanted.from, wanted.to);
      if (row === undefined) return { view: undefined };
      const text = featureOf(snapshot, row);
      const facts = { ...factsOf(snapshot, row), id: record };
      const view = viewOf(snapshot, row, text, facts, this.wishOf(question));
      const isWhole = !question.properties && !question.skipGeometry;
      return { view: isWhole ? Object.assign(view, { text }) : view };
    });
    return 'reason' in found ? await this.options.sql.item(question, record) : found.view;
  }

  extent(register: string, caller: Caller): Promise<Extent> {
    return this.options.sql.extent(register, caller);
  }

  history(
    register: string,
    record: string,
    caller: Caller,
    page: { limit: number; before?: Position },
  ): Promise<readonly Entry[]> {
    return this.options.sql.history(register, record, caller, page);
  }

  /** What the snapshot says, or why it says nothing. One whose file is broken is given up. */
  private ask<T extends object>(
    question: Asked,
    answer: (asking: Asking) => T,
  ): T | { readonly reason: SqlReason } {
    const planned = this.plan(question);
    if ('reason' in planned) return planned;
    try {
      return answer(planned);
    } catch (error) {
      if (!(error instanceof BrokenSnapshotError)) throw error;
      this.options.store.discard(this.options.registry.require(question.register), error);
      return { reason: 'no-snapshot' };
    }
  }

  /** The snapshot that can answer, and how it is asked. */
  private plan(question: Asked): Asking | { readonly reason: SqlReason } {
    if (question.caller.kind !== 'anonymous') return { reason: 'caller' };
    const { registry, store, clock } = this.options;
    const register = registry.require(question.register);
    const view = narrow(register, question.caller);
    const snapshot = store.of(register);
    if (!snapshot) return { reason: 'no-snapshot' };
    const cursor = question.cursor === undefined ? undefined : readCursor(question.cursor);
    if (cursor && (cursor.sortBy.length > 0 || cursor.position > store.position)) return { reason: 'cursor' };
    if (typeof question.asOf === 'string') return { reason: 'as-of' };
    const position = cursor?.position ?? Math.min(question.asOf ?? store.position, store.position);
    if (question.asOf !== undefined && question.asOf > store.position) return { reason: 'as-of' };
    const now = cursor?.now ?? clock().getTime();
    const moment = { ...resolveTime(register, question, now), position };
    const plan = planOf({ register, view, snapshot, moment, question });
    if ('reason' in plan) return plan;
    return { ...plan, snapshot, now, position, after: Number(cursor?.after[0] ?? -1) };
  }

  private wishOf({
    register,
    caller,
    properties,
    skipGeometry,
  }: Pick<PageQuestion, 'register' | 'caller' | 'properties' | 'skipGeometry'>): Wish {
    const { fields } = narrow(this.options.registry.require(register), caller);
    return {
      fields: properties ? fields.filter(({ name }) => properties.includes(name)) : fields,
      hasGeometry: skipGeometry !== true,
    };
  }
}

function featureOf({ base }: RegisterSnapshot, row: FoundRow): Uint8Array {
  return typeof row === 'number' ? base.feature(row) : row.feature;
}

function bornOf({ base }: RegisterSnapshot, row: FoundRow): number {
  return typeof row === 'number' ? base.born[row]! : row.born;
}

type Facts = Pick<RecordView, 'entry' | 'knownFrom'>;

function factsOf({ base }: RegisterSnapshot, row: FoundRow): Facts {
  return typeof row === 'number' ? base.facts(row) : { entry: row.entry, knownFrom: row.knownFrom };
}

function viewOf(
  { base }: RegisterSnapshot,
  row: FoundRow,
  feature: Uint8Array,
  facts: Facts & { readonly id?: string },
  wish: Wish,
): RecordView {
  const from = typeof row === 'number' ? (base.from?.[row] ?? Number.NEGATIVE_INFINITY) : row.from;
  const to = typeof row === 'number' ? (base.to?.[row] ?? Number.POSITIVE_INFINITY) : row.to;
  const valid = { from: formatInstant(from), to: formatInstant(to) };
  return recordOf(feature, { ...facts, valid }, wish);
}
