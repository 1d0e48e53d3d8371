import { dayAfter, lastDayOf } from './calendar.ts';
import type { Day, Obligation, PromiseEvent, Verdict } from './promise.ts';

/** When a promise is due, by what had happened up to a day; nothing where no day follows from that. */
export type Due = { readonly due: Day; readonly dueFrom: NonNullable<Verdict['dueFrom']> } | undefined;

/**
 * The last extension counts; then the day that was promised; then the condition, from the first event of its kind. A day
 * that is known to the month or year is due at its end.
 * @param events those up to the day that is asked about, earliest first
 */
export function dueDay({ due, duePrecision, condition }: Obligation, events: readonly PromiseEvent[]): Due {
  const extension = events.findLast(({ kind, newDue }) => kind === 'extended' && newDue !== undefined);
  if (extension?.newDue !== undefined)
    return { due: lastDayOf(extension.newDue, extension.newDuePrecision), dueFrom: 'extension' };
  if (due !== undefined) return { due: lastDayOf(due, duePrecision), dueFrom: 'promise' };
  const trigger = condition && events.find(({ kind }) => kind === condition.kind);
  if (!condition || !trigger) return undefined;
  return { due: dayAfter(trigger.day, condition.after ?? 'P0D'), dueFrom: 'condition' };
}
