import { narrow } from '../access/narrow.ts';
import type { Clock } from '../clock.ts';
import type { Position } from '../log/entry.ts';
import type { SqlReason } from '../query/answered-by.ts';
import { readCursor } from '../query/cursor.ts';
import { resolveTime } from '../query/position.ts';
import type { PageQuestion, Question } from '../query/question.ts';
import type { Registry } from '../register/register.ts';
import { BrokenSnapshotError } from './paged-bytes.ts';
import { planOf } from './plan.ts';
import type { RegisterSnapshot, Wanted } from './register-snapshot.ts';
import type { SnapshotStore } from './snapshot-store.ts';

interface Asked extends Question, Pick<PageQuestion, 'sortBy' | 'epsg'> {
  readonly cursor?: string | undefined;
}

/** A question as it is put to a snapshot. */
export interface Asking {
  readonly snapshot: RegisterSnapshot;
  readonly wanted: Wanted;
  readonly now: number;
  readonly position: Position;
  /** Birth after which records are wanted. */
  readonly after: number;
}

export interface PlannerOptions {
  readonly store: SnapshotStore;
  readonly registry: Registry;
  readonly clock: Clock;
}

/** Decides what is answered from memory, and asks there. */
export class Planner {
  private readonly options: PlannerOptions;

  constructor(options: PlannerOptions) {
    this.options = options;
  }

  /** Position of a register's last change as its snapshot shows it. */
  lastChange(register: string): Position | undefined {
    const declared = this.options.registry.get(register);
    return declared && this.options.store.of(declared)?.lastChange;
  }

  /** What the snapshot says, or why it says nothing. One whose file is broken is given up. */
  ask<T extends object>(question: Asked, answer: (asking: Asking) => T): T | { readonly reason: SqlReason } {
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
    const { from, to } = resolveTime(register, question, now);
    const moment = { from, to, position };
    const plan = planOf({ register, view, snapshot, moment, question });
    if ('reason' in plan) return plan;
    return { wanted: plan.wanted, snapshot, now, position, after: Number(cursor?.after[0] ?? -1) };
  }
}
