import type { Body, Position, ValidPeriod } from '../entry.ts';

/**
 * What an entry of the log says to one caller:
 * `upsert`: the record is `body` over the valid time; `tombstone`: it is absent, or no longer among what was asked for;
 * `erased`: what it was over the valid time was erased; `erasure`: forget what the entry at `erases` said;
 * `declared`, `dropped`: the register stands with this declaration, or stands no more.
 */
export const changeKinds = ['upsert', 'tombstone', 'erased', 'erasure', 'declared', 'dropped'] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** One event of the feed. */
export interface Change {
  readonly kind: ChangeKind;
  readonly position: Position;
  readonly register: string;
  /** Id of the record; empty where the change is about the register itself. */
  readonly record: string;
  /** What the record is, as the caller may see it; null for all but an `upsert`. */
  readonly body: Body | null;
  readonly valid: ValidPeriod;
  readonly recordedAt: string;
  readonly actor: string;
  readonly legalBasis: string | null;
  readonly cause: string;
  /** First and last position of the atomic write that the change is part of. */
  readonly batch: { readonly first: Position; readonly last: Position };
  /** Of an `upsert`, where it was asked for: nothing was seen of the record just before, over the same time. */
  readonly isNew?: boolean;
  /** Position of the entry whose body was erased; for an `erasure`. */
  readonly erases?: Position;
}

/** Events of a stretch of the log, and how far it was read. */
export interface ChangePage {
  readonly changes: readonly Change[];
  /** The cursor to go on from: everything up to this position was told. */
  readonly next: Position;
  /** True where `next` is the head that the log had when it was read. */
  readonly isLatest: boolean;
}

/** Events of a stretch of the log from its end backwards, newest first. */
export interface EarlierChanges {
  readonly changes: readonly Change[];
  /** Where to go on: everything from this position on was told. */
  readonly before: Position;
  /** True where nothing earlier is left. */
  readonly isFirst: boolean;
}
