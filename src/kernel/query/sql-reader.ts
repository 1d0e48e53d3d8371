import sql, { raw, type Sql } from 'sql-template-tag';
import type { Caller } from '../access/caller.ts';
import { narrow, type View } from '../access/narrow.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Entry, Position } from '../log/entry.ts';
import { headOf } from '../log/head.ts';
import { formatInstant } from '../log/instant.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register, Registry } from '../register/register.ts';
import { type Row, readRow, selectColumns } from '../register/row.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { extentOf } from './extent.ts';
import { historyOf } from './history.ts';
import { comesAfter, keyName, keysOf, orderBy, selectKeys } from './keyset.ts';
import type { Moment } from './moment.ts';
import { momentOf } from './position.ts';
import type { Count, Extent, Page, PageQuestion, Question, Reader, RecordView } from './question.ts';
import { selects } from './selection.ts';

export interface ReaderOptions {
  readonly database: Database;
  readonly registry: Registry;
  readonly clock: Clock;
  /** Counts above this are estimated and say so. */
  readonly countLimit?: number;
}

type Subject = { readonly register: Register; readonly view: View };

/** Answers questions from the registers' tables; every page is taken at one log position and says which. */
export class SqlReader implements Reader {
  private readonly options: ReaderOptions;
  private readonly extents = new Map<string, { at: Position; extent: Extent }>();

  constructor(options: ReaderOptions) {
    this.options = options;
  }

  position(): Promise<Position> {
    return headOf(this.options.database);
  }

  async lastChange(register: string): Promise<Position> {
    const [row] = await this.options.database.query<{ last_change: number }>(
      sql`select last_change from ufuq.register where id = ${register}`,
    );
    return Number(row?.last_change ?? 0);
  }

  async page(question: PageQuestion): Promise<Page> {
    const { register, view } = this.subject(question.register, question.caller);
    const cursor = question.cursor === undefined ? undefined : readCursor(question.cursor);
    const sortBy = (cursor?.sortBy ?? question.sortBy ?? []).filter((key) =>
      view.fields.some((f) => f.name === key.field),
    );
    const now = cursor?.now ?? this.options.clock().getTime();
    const moment = await momentOf(this.options.database, register, question, {
      now,
      position: cursor?.position,
    });
    const keys = keysOf(sortBy, view.fields);
    if (cursor && cursor.after.length !== keys.length) return { records: [], position: moment.position };

    const fields = this.chosen(view, question.properties);
    const shape = { fields, epsg: this.epsgOf(register, question) };
    const where = selects(register, view, question, moment);
    const after = cursor ? sql` and ${comesAfter(keys, cursor.after)}` : sql``;
    const rows = await this.options.database.query(sql`
      select ${selectColumns(shape)}${keys.length > 1 ? sql`, ${selectKeys(keys)}` : sql``}
      from ${raw(tableOf(register.id))} t
      where ${where}${after} order by ${orderBy(keys)} limit ${question.limit + 1}`);
    const decoded = rows.slice(0, question.limit).map((row) => readRow(row, shape));
    const hasMore = rows.length > question.limit;
    const last = decoded.at(-1);
    const next =
      hasMore && last
        ? writeCursor({
            position: moment.position,
            now,
            sortBy,
            after: [
              ...sortBy.map((_, index) => (rows[question.limit - 1]![keyName(index)] as never) ?? null),
              last.born,
            ],
          })
        : undefined;
    return { records: decoded.map((row) => viewOf(row)), next, position: moment.position };
  }

  async *stream(
    question: Omit<PageQuestion, 'limit' | 'cursor'>,
    batchSize = 2000,
  ): AsyncIterable<readonly RecordView[]> {
    let cursor: string | undefined;
    do {
      const page = await this.page({ ...question, limit: batchSize, cursor });
      if (page.records.length > 0) yield page.records;
      cursor = page.next;
    } while (cursor !== undefined);
  }

  async count(question: Question & { readonly cursor?: string }): Promise<Count> {
    const { register, view } = this.subject(question.register, question.caller);
    const cursor = question.cursor === undefined ? undefined : readCursor(question.cursor);
    const now = cursor?.now ?? this.options.clock().getTime();
    const moment = await momentOf(this.options.database, register, question, {
      now,
      position: cursor?.position,
    });
    const where = selects(register, view, question, moment);
    const limit = this.options.countLimit ?? 2_000_000;
    const [row] = await this.options.database.query<{ n: number }>(sql`
      select count(*)::int8 as n from (select 1 from ${raw(tableOf(register.id))} t where ${where} limit ${limit + 1}) as matching`);
    const count = Number(row!.n);
    return { count: Math.min(count, limit), isExact: count <= limit };
  }

  async item(
    question: Omit<PageQuestion, 'limit' | 'cursor' | 'sortBy'>,
    record: string,
  ): Promise<RecordView | undefined> {
    const { register, view } = this.subject(question.register, question.caller);
    const moment = await momentOf(this.options.database, register, question, {
      now: this.options.clock().getTime(),
    });
    const shape = { fields: this.chosen(view, question.properties), epsg: this.epsgOf(register, question) };
    const where = selects(register, view, question, moment);
    const [row] = await this.options.database.query(sql`
      select ${selectColumns(shape)} from ${raw(tableOf(register.id))} t
      where t.${raw(system.record)} = ${record} and ${where} limit 1`);
    return row && viewOf(readRow(row, shape));
  }

  async extent(registerId: string, caller: Caller): Promise<Extent> {
    const { register, view } = this.subject(registerId, caller);
    const at = await this.lastChange(registerId);
    const key = `${registerId} ${caller.kind}`;
    const cached = this.extents.get(key);
    if (cached?.at === at) return cached.extent;
    const moment: Moment = await momentOf(
      this.options.database,
      register,
      {},
      { now: this.options.clock().getTime() },
    );
    const where: Sql = selects(register, view, {}, moment);
    const extent = await extentOf(this.options.database, register, where);
    this.extents.set(key, { at, extent });
    return extent;
  }

  async history(
    registerId: string,
    record: string,
    caller: Caller,
    page: { limit: number; before?: Position },
  ): Promise<readonly Entry[]> {
    const { register, view } = this.subject(registerId, caller);
    return historyOf(
      this.options.database,
      { register, number: this.options.registry.numberOf(registerId), view },
      record,
      page,
    );
  }

  private subject(id: string, caller: Caller): Subject {
    const register = this.options.registry.require(id);
    return { register, view: narrow(register, caller) };
  }

  private chosen(view: View, properties: readonly string[] | undefined) {
    return properties ? view.fields.filter((field) => properties.includes(field.name)) : view.fields;
  }

  private epsgOf(register: Register, question: Pick<PageQuestion, 'skipGeometry' | 'epsg'>): number | null {
    return register.geometry === null || question.skipGeometry ? null : (question.epsg ?? 4326);
  }
}

/** A row as readers see it, without the properties that were read for sorting alone. */
export function viewOf(row: Row, hidden: ReadonlySet<string> = new Set()): RecordView {
  const properties =
    hidden.size === 0
      ? row.body.properties
      : Object.fromEntries(Object.entries(row.body.properties).filter(([name]) => !hidden.has(name)));
  return {
    id: row.record,
    properties,
    geometry: row.body.geometry,
    valid: { from: formatInstant(row.from), to: formatInstant(row.to) },
    entry: row.entry,
    knownFrom: row.knownFrom,
  };
}
