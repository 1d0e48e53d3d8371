import type { Caller } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import type { Entry, Position } from '../log/entry.ts';
import { formatInstant } from '../log/instant.ts';
import type { AnsweredBy, Source } from '../query/answered-by.ts';
import type {
  AtHand,
  Count,
  Extent,
  Page,
  PageQuestion,
  Question,
  Reader,
  RecordView,
} from '../query/question.ts';
import { recordOf, type Wish } from './feature-record.ts';
import { findPage } from './found-page.ts';
import { JoinedFeatures } from './joined-features.ts';
import { type Asking, Planner, type PlannerOptions } from './planner.ts';
import type { FoundRow, RegisterSnapshot } from './register-snapshot.ts';
import { isPart, SnapshotAtHand } from './snapshot-at-hand.ts';

export interface PlannedReaderOptions extends PlannerOptions {
  /** Answers what the snapshots cannot. */
  readonly sql: Reader;
}

/** Answers from memory what a snapshot can say, and asks the database for the rest; both say the same. */
export class PlannedReader implements Reader {
  readonly atHand: AtHand;
  private readonly options: PlannedReaderOptions;
  private readonly planner: Planner;

  constructor(options: PlannedReaderOptions) {
    this.options = options;
    this.planner = new Planner(options);
    this.atHand = new SnapshotAtHand(this.planner);
  }

  position(): Promise<Position> {
    return this.options.sql.position();
  }

  /** Never newer than what a page is answered from afterwards: else a list could bear a tag that is not yet its own. */
  async lastChange(register: string): Promise<Position> {
    return this.planner.lastChange(register) ?? (await this.options.sql.lastChange(register));
  }

  async page(question: PageQuestion): Promise<Page> {
    const start = performance.now();
    const page = this.planner.ask(question, (planned) => this.packedPage(question, planned, start));
    if (!('reason' in page)) return page;
    const answer = await this.options.sql.page(question);
    const milliseconds = performance.now() - start;
    return { ...answer, answeredBy: { source: 'sql', reason: page.reason, milliseconds } };
  }

  private packedPage(question: PageQuestion, asking: Asking, start: number): Page {
    const { snapshot, position } = asking;
    const { rows, count, next } = findPage(asking, question.limit);
    // All that lies on disk is read now: later the file may be closed, or turn out to be broken.
    const joined = new JoinedFeatures(snapshot, rows);
    const bytes = Buffer.allocUnsafe(joined.byteLength);
    joined.writeTo(bytes, 0);
    const facts = rows.map((row) => snapshot.factsOf(row));
    const wishOf = () => this.wishOf(question);
    let records: readonly RecordView[] | undefined;
    return {
      get records() {
        if (records) return records;
        const wish = wishOf();
        records = rows.map((row, index) =>
          viewOf(snapshot, row, joined.of(bytes, index), facts[index]!, wish),
        );
        return records;
      },
      next,
      position,
      matched: { count, isExact: true },
      ...(isPart(question) ? {} : { features: { bytes, count: rows.length } }),
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
    const counted = this.planner.ask(question, ({ snapshot, wanted }) => ({
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
    const start = performance.now();
    const by = (source: Source): AnsweredBy => ({ ...source, milliseconds: performance.now() - start });
    const found = this.planner.ask(question, ({ snapshot, wanted }) => {
      const row = snapshot.item(record, wanted.from, wanted.to);
      if (row === undefined) return { view: undefined };
      const text = snapshot.featureOf(row);
      const facts = { ...snapshot.factsOf(row), id: record };
      const view = viewOf(snapshot, row, text, facts, this.wishOf(question));
      const ready = isPart(question) ? {} : { text };
      return { view: Object.assign(view, { answeredBy: by({ source: 'snapshot' }), ...ready }) };
    });
    if (!('reason' in found)) return found.view;
    const view = await this.options.sql.item(question, record);
    return view && { ...view, answeredBy: by({ source: 'sql', reason: found.reason }) };
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

type Facts = Pick<RecordView, 'entry' | 'knownFrom'>;

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
