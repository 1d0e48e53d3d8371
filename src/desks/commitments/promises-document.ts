import type { Language } from '../../kernel/i18n/language.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import { statuses } from './engine/promise.ts';
import { promiseSentence } from './promise-sentence.ts';
import type { Named, PromiseList, PromiseView } from './promise-view.ts';
import { chosenPromises, type PromisesQuery } from './promises-query.ts';

/** How many there are of each status among some promises, and how many have no document. */
export function summaryOf(promises: readonly PromiseView[]) {
  const of = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<
    (typeof statuses)[number],
    number
  >;
  for (const { verdict } of promises) of[verdict.status]++;
  const withoutEvidence = promises.filter(({ evidence }) => evidence.length === 0).length;
  return { total: promises.length, ...of, withoutEvidence };
}

/** The answer of `/promises` in JSON; names and sentences are in the language of the reader. */
export function promisesDocument(list: PromiseList, query: PromisesQuery, language: Language, base: string) {
  const chosen = chosenPromises(list.promises, query);
  const page = chosen.slice(query.offset, query.offset + query.limit);
  const named = ({ id, name }: Named) => ({ id, name: textIn(language, name) ?? id });
  const parties = new Map(
    list.promises.flatMap((each) => each.parties).map((party) => [party.id, named(party)]),
  );
  return {
    datetime: list.day,
    position: list.position,
    summary: summaryOf(chosen),
    parties: [...parties.values()].toSorted((a, b) => a.name.localeCompare(b.name, language)),
    numberMatched: chosen.length,
    numberReturned: page.length,
    promises: page.map((promise) => promiseDocument(promise, language, base, named)),
  };
}

export type PromisesDocument = ReturnType<typeof promisesDocument>;

function promiseDocument(
  promise: PromiseView,
  language: Language,
  base: string,
  named: (each: Named) => { id: string; name: string },
) {
  const { id, agreement, obligor, verdict, events } = promise;
  const { status, reason, ...figures } = verdict;
  return {
    id,
    name: textIn(language, promise.name) ?? id,
    agreement: agreement && named(agreement),
    obligor: obligor && named(obligor),
    parties: promise.parties.map(named),
    clause: promise.clause,
    condition: textIn(language, promise.condition),
    status,
    reason,
    sentence: promiseSentence(language, verdict),
    ...figures,
    evidence: promise.evidence,
    events: events.map(({ name, ...event }) => ({ ...event, name: textIn(language, name) ?? event.id })),
    note: textIn(language, promise.note),
    label: promise.label,
    source: promise.source,
    href: `${base}/collections/commitments/items/${encodeURIComponent(id)}`,
  };
}
