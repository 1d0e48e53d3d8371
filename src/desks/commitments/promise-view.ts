import type { LocalizedText } from '../../kernel/i18n/language.ts';
import type { Day, EventKind, Verdict } from './engine/promise.ts';

type Words = Partial<LocalizedText> | undefined;

/** Another record that a promise names. */
export interface Named {
  readonly id: string;
  readonly name: Words;
}

export interface PromiseEventView {
  readonly id: string;
  readonly kind: EventKind;
  readonly day: Day;
  readonly name: Words;
  /** Hashes of documents. */
  readonly evidence: readonly string[];
  /** False for events of the promise itself. */
  readonly isOfAgreement: boolean;
}

/** A promise as of a day: what it is, whose, how it stands, and what shows that. */
export interface PromiseView {
  readonly id: string;
  readonly name: Words;
  readonly agreement: Named | undefined;
  /** Who promised; undefined where the source does not say. */
  readonly obligor: Named | undefined;
  /** Everybody it binds or serves: who promised, to whom, and the parties of the agreement. */
  readonly parties: readonly Named[];
  readonly clause: string | undefined;
  readonly condition: Words;
  readonly verdict: Verdict;
  readonly events: readonly PromiseEventView[];
  /** Hashes of all documents, of the promise and of its own events. */
  readonly evidence: readonly string[];
  readonly note: Words;
  readonly label: string | undefined;
  readonly source: string | undefined;
}

/** All promises that a caller may see, as of a day and as known at a position of the log. */
export interface PromiseList {
  readonly day: Day;
  readonly position: number;
  readonly promises: readonly PromiseView[];
}
