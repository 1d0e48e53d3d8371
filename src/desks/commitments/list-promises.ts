import type { Caller } from '../../kernel/access/caller.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import type { Services } from '../../kernel/services.ts';
import { lastDayOf } from './engine/calendar.ts';
import type { Day, EventKind, Obligation, Precision, PromiseEvent } from './engine/promise.ts';
import { promiseStatus } from './engine/promise-status.ts';
import type { Named, PromiseEventView, PromiseList, PromiseView } from './promise-view.ts';
import { type KnownAt, readRecords } from './read-records.ts';
import { listOf, textOf, wordsOf } from './record-values.ts';

type Records = ReadonlyMap<string, RecordView>;

export interface PromisesQuestion {
  readonly caller: Caller;
  /** Day that is asked about. */
  readonly day: Day;
  readonly asOf?: string | Position | undefined;
}

/** Every promise that had been made by a day, with its status on that day, all read at one position of the log. */
export async function listPromises(
  { reader }: Pick<Services, 'reader'>,
  { caller, day, asOf }: PromisesQuestion,
): Promise<PromiseList> {
  const { position } = await reader.page({
    register: 'commitments',
    caller,
    limit: 1,
    ...(asOf === undefined ? {} : { asOf }),
  });
  const known: KnownAt = { reader, caller, asOf: position };
  const end = `${day}T23:59:59.999Z`;
  const commitments = await readRecords(known, 'commitments', { from: end, to: end });
  const agreements = await readRecords(known, 'agreements');
  const committees = await readRecords(known, 'committees');
  const organisations = await readRecords(known, 'organisations');
  const events = eventsByTarget(await readRecords(known, 'promise-events'), committees);
  const promises = [...commitments.values()].flatMap((commitment) => {
    const agreement = agreements.get(textOf(commitment, 'agreement') ?? '');
    if (beginningOf(commitment, agreement) > day) return [];
    return [viewOf(commitment, agreement, { organisations, events, day })];
  });
  return { day, position, promises };
}

/** First day on which the promise stood; empty where nobody says. */
function beginningOf(commitment: RecordView, agreement: RecordView | undefined): Day {
  const of = (name: string) => (agreement ? textOf(agreement, name) : undefined);
  return textOf(commitment, 'promised') ?? of('signed') ?? of('reported') ?? '';
}

interface Event extends PromiseEvent {
  readonly view: Omit<PromiseEventView, 'isOfAgreement'>;
}

/** Events under `commitments/id` and `agreements/id`; those of a committee belong to its agreement. */
function eventsByTarget(records: Records, committees: Records): ReadonlyMap<string, readonly Event[]> {
  const found = new Map<string, Event[]>();
  const put = (key: string, event: Event) => found.set(key, [...(found.get(key) ?? []), event]);
  for (const record of records.values()) {
    const event = eventOf(record);
    const commitment = textOf(record, 'commitment');
    const committee = committees.get(textOf(record, 'committee') ?? '');
    const agreement = textOf(record, 'agreement') ?? (committee && textOf(committee, 'agreement'));
    if (commitment !== undefined) put(`commitments/${commitment}`, event);
    else if (agreement !== undefined) put(`agreements/${agreement}`, event);
  }
  return found;
}

/** What is known to the month happened by its end at the latest; so nothing counts before it is certain. */
function eventOf(record: RecordView): Event {
  const kind = textOf(record, 'kind') as EventKind;
  const day = lastDayOf(
    textOf(record, 'happened') ?? '9999-12-31',
    precisionOf(record, 'happened_precision'),
  );
  const evidence = listOf(record, 'evidence');
  return {
    id: record.id,
    kind,
    day,
    hasEvidence: evidence.length > 0,
    newDue: textOf(record, 'new_due'),
    newDuePrecision: precisionOf(record, 'new_due_precision'),
    view: { id: record.id, kind, day, name: wordsOf(record, 'name'), evidence },
  };
}

interface Around {
  readonly organisations: Records;
  readonly events: ReadonlyMap<string, readonly Event[]>;
  readonly day: Day;
}

function viewOf(commitment: RecordView, agreement: RecordView | undefined, around: Around): PromiseView {
  const { organisations, events, day } = around;
  const own = events.get(`commitments/${commitment.id}`) ?? [];
  const shared = (agreement && events.get(`agreements/${agreement.id}`)) ?? [];
  const happened = ({ day: on }: Event) => on <= day;
  const shown = [
    ...own.filter(happened).map(({ view }) => ({ ...view, isOfAgreement: false })),
    ...shared.filter(happened).map(({ view }) => ({ ...view, isOfAgreement: true })),
  ];
  const named = (id: string): Named => ({ id, name: namesOf(organisations.get(id)) });
  const obligor = textOf(commitment, 'obligor');
  const parties = [
    ...(obligor === undefined ? [] : [obligor]),
    ...listOf(commitment, 'beneficiaries'),
    ...(agreement ? listOf(agreement, 'parties') : []),
  ];
  const evidence = [
    ...listOf(commitment, 'evidence'),
    ...own.filter(happened).flatMap(({ view }) => view.evidence),
  ];
  return {
    id: commitment.id,
    name: wordsOf(commitment, 'name'),
    agreement: agreement && { id: agreement.id, name: namesOf(agreement) },
    obligor: obligor === undefined ? undefined : named(obligor),
    parties: [...new Set(parties)].map(named),
    clause: textOf(commitment, 'clause'),
    condition: wordsOf(commitment, 'condition'),
    verdict: promiseStatus(obligationOf(commitment, agreement), [...own, ...shared], day),
    events: shown.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    evidence: [...new Set(evidence)],
    note: wordsOf(commitment, 'note'),
    label: textOf(commitment, 'label'),
    source: textOf(commitment, 'source'),
  };
}

function namesOf(record: RecordView | undefined) {
  return record && wordsOf(record, 'name');
}

function obligationOf(commitment: RecordView, agreement: RecordView | undefined): Obligation {
  const kind = textOf(commitment, 'condition_kind') as EventKind | undefined;
  const state = textOf(commitment, 'state');
  return {
    due: textOf(commitment, 'due'),
    duePrecision: precisionOf(commitment, 'due_precision'),
    condition: kind && { kind, after: textOf(commitment, 'condition_after') },
    fulfilled: textOf(commitment, 'fulfilled'),
    hasEvidence: listOf(commitment, 'evidence').length > 0,
    stated: state === 'kept' || state === 'withdrawn' ? state : undefined,
    agreementEnded: agreement && textOf(agreement, 'ended'),
  };
}

function precisionOf(record: RecordView, name: string): Precision | undefined {
  return textOf(record, name) as Precision | undefined;
}
