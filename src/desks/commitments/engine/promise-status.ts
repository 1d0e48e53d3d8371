import { daysBetween } from './calendar.ts';
import { type Due, dueDay } from './due-day.ts';
import type { Day, Obligation, PromiseEvent, Reason, Verdict } from './promise.ts';

/**
 * The status of a promise on a day: a function of what was promised and of what had happened by then, and of nothing else.
 *
 * - kept: it was delivered, and a document shows it; that it came late is told beside.
 * - lapsed: it was withdrawn, its condition can no longer come true, or its agreement ended, before it was due.
 * - unknown: somebody says that it was kept and no document shows it; or no due day follows from what is known.
 * - late: the due day has passed without any of these.
 * - open: it is not due yet. The other four cannot say that: nothing is wrong, and nothing is unknown.
 *
 * @param events of the promise and of its agreement, in any order
 */
export function promiseStatus(obligation: Obligation, events: readonly PromiseEvent[], day: Day): Verdict {
  const past = events.filter((event) => event.day <= day).toSorted(byDay);
  const due = dueDay(obligation, past);
  return (
    kept(obligation, past, due, day) ??
    lapsed(obligation, past, due, day) ??
    claimed(obligation, past, due, day) ??
    byDueDay(obligation, due, day)
  );
}

/** By day; events of one day by id, so that the order in which they are read does not matter. */
function byDay(a: PromiseEvent, b: PromiseEvent): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function kept(
  obligation: Obligation,
  past: readonly PromiseEvent[],
  due: Due,
  day: Day,
): Verdict | undefined {
  const event = past.find(({ kind, hasEvidence }) => kind === 'delivered' && hasEvidence);
  const own = obligation.hasEvidence && isPast(obligation.fulfilled, day) ? obligation.fulfilled : undefined;
  const on = event && (own === undefined || event.day <= own) ? event.day : own;
  if (on === undefined) return undefined;
  const daysLate = due && on > due.due ? daysBetween(due.due, on) : undefined;
  const reason = daysLate === undefined ? 'delivered' : 'delivered-after-due';
  return { status: 'kept', reason, ...due, on, daysLate, event: on === event?.day ? event.id : undefined };
}

function lapsed(
  obligation: Obligation,
  past: readonly PromiseEvent[],
  due: Due,
  day: Day,
): Verdict | undefined {
  const found: { on: Day; reason: Reason; event?: string }[] = [];
  for (const { kind, day: on, id } of past) {
    if (kind === 'withdrawn' || kind === 'condition-failed') found.push({ on, reason: kind, event: id });
    if (kind === 'ended') found.push({ on, reason: 'agreement-ended', event: id });
  }
  const { agreementEnded } = obligation;
  if (agreementEnded !== undefined && agreementEnded <= day)
    found.push({ on: agreementEnded, reason: 'agreement-ended' });
  const first = found.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
  // What was late already when it lapsed stays late: withdrawing a promise after its day does not undo that.
  if (first && (due === undefined || first.on <= due.due)) return { status: 'lapsed', ...first, ...due };
  if (first === undefined && obligation.stated === 'withdrawn')
    return { status: 'lapsed', reason: 'withdrawn', ...due };
  return undefined;
}

function claimed(
  obligation: Obligation,
  past: readonly PromiseEvent[],
  due: Due,
  day: Day,
): Verdict | undefined {
  const event = past.find(({ kind }) => kind === 'delivered');
  const own = isPast(obligation.fulfilled, day) ? obligation.fulfilled : undefined;
  if (event === undefined && own === undefined && !isStatedKept(obligation)) return undefined;
  return {
    status: 'unknown',
    reason: 'claimed-without-evidence',
    ...due,
    on: event?.day ?? own,
    event: event?.id,
  };
}

/** A record that says "kept" and names no day says it of every day. */
function isStatedKept({ stated, fulfilled }: Obligation): boolean {
  return stated === 'kept' && fulfilled === undefined;
}

function byDueDay({ condition }: Obligation, due: Due, day: Day): Verdict {
  if (due === undefined)
    return { status: 'unknown', reason: condition === undefined ? 'no-due-date' : 'condition-not-met' };
  if (day > due.due)
    return { status: 'late', reason: 'due-passed', ...due, daysLate: daysBetween(due.due, day) };
  return { status: 'open', reason: 'not-due-yet', ...due, daysLeft: daysBetween(day, due.due) };
}

function isPast(on: Day | undefined, day: Day): on is Day {
  return on !== undefined && on <= day;
}
