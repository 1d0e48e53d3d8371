import sql from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import { stillKnown } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import { applyIntent } from './apply-intent.ts';
import { checkLogged } from './batch-check.ts';
import { Changeset } from './changeset.ts';
import type { RowLine } from './copy-line.ts';
import type { Body, Position } from './entry.ts';
import type { Finding } from './finding.ts';
import { type BatchHead, lockHead, sealBatch, touching } from './log-batch.ts';
import type { Offence } from './rules/check.ts';
import { namesPredecessors } from './rules/lineage.ts';
import { standingRows } from './standing-rows.ts';
import { storeChanges } from './store-changes.ts';
import type { WriterOptions } from './write-group.ts';

export interface NamedBody {
  readonly record: string;
  readonly body: Body;
}

/**
 * A batch too long to be held in memory: written piece by piece in one transaction, and then checked as a whole by what the
 * database has of it. Others wait for the head of the log until the transaction ends.
 */
export class LongBatch {
  /** Position of the first entry; the next one. */
  private readonly first: Position;
  private next: Position;
  private readonly successors = new Map<Register, RowLine[]>();
  private readonly tx: Queryable;
  private readonly options: Omit<WriterOptions, 'database'>;
  private readonly now: Date;

  private constructor(tx: Queryable, options: Omit<WriterOptions, 'database'>, first: Position) {
    this.tx = tx;
    this.options = options;
    this.first = this.next = first;
    this.now = options.clock();
  }

  static async begin(tx: Queryable, options: Omit<WriterOptions, 'database'>): Promise<LongBatch> {
    return new LongBatch(tx, options, (await lockHead(tx)) + 1);
  }

  /** Writes the records over whatever stands of them, and returns what is wrong with them by themselves. */
  async replace(register: Register, records: readonly NamedBody[]): Promise<Finding[]> {
    if (records.length === 0) return [];
    const { tx, now, options } = this;
    const number = options.registry.numberOf(register.id);
    const known = await standingRows(
      tx,
      register,
      records.map(({ record }) => record),
    );
    const changes = new Changeset(register, number, known, stillKnown);
    const found: Finding[] = [];
    for (const { record, body } of records) {
      const intent = { verb: 'replace', register: register.id, record, body } as const;
      const moment = { now: now.getTime(), next: this.next, limits: options.limits, isTakeover: false };
      try {
        const { position, violations } = applyIntent(changes, intent, moment);
        this.next = position + 1;
        found.push(...violations.map((violation) => ({ record, violation })));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        found.push({ record, violation: { pointer: '', code: error.id, params: error.params } });
      }
    }
    if (changes.entries.length === 0) return found;
    const touched = touching([[number, this.next - 1]]);
    await storeChanges(tx, [changes], [['touched', touched]], sql`select 1`);
    const successors = this.successors.get(register) ?? [];
    this.successors.set(register, successors);
    if (register.lineage !== undefined) successors.push(...changes.added.filter(namesPredecessors));
    return found;
  }

  /** What is wrong with the records beside one another and beside all others. */
  async check(): Promise<Offence[]> {
    const found: Offence[] = [];
    for (const [register, successors] of this.successors)
      found.push(...(await checkLogged(this.tx, this.options.registry, register, successors, this.first)));
    return found;
  }

  /** Closes the batch and returns the position of its last entry; 0 where it has none. */
  async seal(head: Omit<BatchHead, 'recordedAt'>): Promise<Position> {
    if (this.next === this.first) return 0;
    await sealBatch(this.tx, this.first, this.next - 1, { ...head, recordedAt: this.now });
    return this.next - 1;
  }
}
