/** A calendar day, `YYYY-MM-DD`; days compare as text does. */
export type Day = string;

/** How exactly a day is known: `2026-12-31` with `year` means "in 2026". */
export type Precision = 'day' | 'month' | 'quarter' | 'year';

/** A period after an event: `P3M` is three months (ISO 8601). */
export type Period = string;

/** What can happen to a promise, or to the agreement that it stands in. */
export const eventKinds = [
  'signed',
  'ratified',
  'in-force',
  'meeting-held',
  'decided',
  'progress',
  'delivered',
  'extended',
  'withdrawn',
  'condition-failed',
  'ended',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface PromiseEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly day: Day;
  /** True where at least one document shows it. */
  readonly hasEvidence: boolean;
  /** Of an extension: the due day from then on. */
  readonly newDue?: Day | undefined;
  readonly newDuePrecision?: Precision | undefined;
}

/** What was promised, as far as its status needs it. */
export interface Obligation {
  readonly due?: Day | undefined;
  readonly duePrecision?: Precision | undefined;
  /** It becomes due when this happens ("when the ministers meet"), after the period. */
  readonly condition?: { readonly kind: EventKind; readonly after?: Period | undefined } | undefined;
  /** Day on which its own record says that it was fulfilled, and whether documents of the record show that. */
  readonly fulfilled?: Day | undefined;
  readonly hasEvidence?: boolean;
  /** Its own record says that it was kept or withdrawn, without a day. */
  readonly stated?: 'kept' | 'withdrawn' | undefined;
  /** Last day of the agreement that it stands in. */
  readonly agreementEnded?: Day | undefined;
}

export const statuses = ['kept', 'late', 'open', 'lapsed', 'unknown'] as const;
export type Status = (typeof statuses)[number];

export type Reason =
  | 'delivered'
  | 'delivered-after-due'
  | 'due-passed'
  | 'not-due-yet'
  | 'withdrawn'
  | 'condition-failed'
  | 'agreement-ended'
  | 'claimed-without-evidence'
  | 'condition-not-met'
  | 'no-due-date';

/** The status of a promise on a day, why, and what it rests on. */
export interface Verdict {
  readonly status: Status;
  readonly reason: Reason;
  /** Last day on which it is in time; undefined where none follows from what is known. */
  readonly due?: Day | undefined;
  /** Where the due day is from. */
  readonly dueFrom?: 'promise' | 'extension' | 'condition' | undefined;
  /** Days after the due day; of kept promises, by how much they were late. */
  readonly daysLate?: number | undefined;
  readonly daysLeft?: number | undefined;
  /** Day on which it was kept, was said to be kept, or lapsed. */
  readonly on?: Day | undefined;
  /** Event that decided. */
  readonly event?: string | undefined;
}
