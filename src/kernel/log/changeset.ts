import type { Register } from '../register/register.ts';
import type { Row } from '../register/row.ts';
import { bodyText, type EntryLine, type RowLine } from './copy-line.ts';
import type { Body, Position } from './entry.ts';
import { overlay, type Stretch } from './timeline.ts';

/** A stored row that the batch supersedes at a position. */
export interface ClosedRow {
  readonly record: string;
  readonly from: number;
  readonly knownFrom: Position;
  readonly knownTo: Position;
}

/** What is written of one register: entries to append, rows to close, rows to add. */
export interface Changes {
  readonly register: Register;
  readonly entries: readonly EntryLine[];
  readonly closed: readonly ClosedRow[];
  readonly added: readonly RowLine[];
}

type LiveRow = Row & { readonly line?: RowLine & { knownTo: Position } };

/** What one batch does to one register, in memory until it is written. */
export class Changeset implements Changes {
  readonly register: Register;
  readonly entries: EntryLine[] = [];
  readonly closed: ClosedRow[] = [];
  readonly added: RowLine[] = [];
  private readonly live = new Map<string, readonly LiveRow[]>();
  private readonly emptied = new Map<string, { readonly born: Position; readonly at: Position }>();
  private readonly registerNumber: number;
  private readonly openEnd: Position;

  constructor(register: Register, registerNumber: number, known: readonly Row[], openEnd: Position) {
    this.register = register;
    this.registerNumber = registerNumber;
    this.openEnd = openEnd;
    for (const row of known) this.live.set(row.record, [...this.rowsOf(row.record), row]);
  }

  /** What follows is another batch: a record that the one before left absent begins anew. */
  beginBatch(): void {
    this.emptied.clear();
  }

  /** Rows of a record as they are known at this point of the batch. */
  rowsOf(record: string): readonly Row[] {
    return this.live.get(record) ?? [];
  }

  /** Appends the assertion that the record is `body` (or absent) over the stretch. */
  assert(record: string, stretch: Stretch, body: Body | null, position: Position): void {
    const known = this.live.get(record) ?? [];
    const { closed, remainders } = overlay(known, stretch);
    const kept = known.filter((row) => !closed.includes(row));
    const born = known[0]?.born ?? this.bornBefore(record, position) ?? position;
    for (const row of closed) this.close(row, position);
    const rows = remainders.map((part) => this.add({ ...part.row, ...part.stretch, knownFrom: position }));
    if (body !== null)
      rows.push(this.add({ record, ...stretch, body, born, entry: position, knownFrom: position }));
    this.live.set(record, [...kept, ...rows]);
    if (kept.length + rows.length === 0) this.emptied.set(record, { born, at: position });
    this.entries.push({
      position,
      registerNumber: this.registerNumber,
      record,
      ...stretch,
      body: body === null ? null : bodyText(body),
    });
  }

  /** A record whose times are corrected is absent for one entry, and is the same record after it. */
  private bornBefore(record: string, position: Position): Position | undefined {
    const emptied = this.emptied.get(record);
    return emptied?.at === position - 1 ? emptied.born : undefined;
  }

  private close(row: LiveRow, position: Position): void {
    if (row.line) row.line.knownTo = position;
    else
      this.closed.push({ record: row.record, from: row.from, knownFrom: row.knownFrom, knownTo: position });
  }

  private add(row: Row): LiveRow {
    const { record, entry, born, from, to, knownFrom, body } = row;
    const line = { record, entry, born, from, to, knownFrom, body, knownTo: this.openEnd };
    this.added.push(line);
    return { ...row, line };
  }
}

/** What several batches do, by register; no two of them touch the same record. */
export function mergeChanges(changesets: Iterable<Changes>): ReadonlyMap<string, Changes> {
  const merged = new Map<string, Changes>();
  for (const changes of changesets) {
    const { id } = changes.register;
    const before = merged.get(id);
    if (before === undefined) merged.set(id, changes);
    else
      merged.set(id, {
        register: before.register,
        entries: [...before.entries, ...changes.entries],
        closed: [...before.closed, ...changes.closed],
        added: [...before.added, ...changes.added],
      });
  }
  return merged;
}
