import ical from 'ical-generator';
import type { Language } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import { statusName } from './promise-sentence.ts';
import type { PromisesDocument } from './promises-document.ts';

const dayMs = 86_400_000;

/** What is due and not kept, as a calendar (RFC 5545): a whole day each, so that it shows in anybody's calendar. */
export function promisesCalendar(
  { promises }: PromisesDocument,
  language: Language,
  { base, stamp }: { readonly base: string; readonly stamp: Date },
): string {
  const host = new URL(base).host;
  const calendar = ical({
    name: message(language, 'promise.title'),
    prodId: { company: 'Ufuq', product: 'promises', language: language.toUpperCase() },
    url: `${base}/promises`,
  });
  for (const { id, name, due, status, sentence, agreement, href } of promises) {
    if (due === undefined || status === 'kept' || status === 'lapsed') continue;
    const start = new Date(`${due}T00:00:00Z`);
    calendar.createEvent({
      id: `${encodeURIComponent(id)}@${host}`,
      stamp,
      start,
      end: new Date(start.getTime() + dayMs),
      allDay: true,
      timezone: 'UTC',
      summary: `${name} (${statusName(language, status)})`,
      description: agreement ? `${sentence}\n${agreement.name}` : sentence,
      url: href,
    });
  }
  return calendar.toString();
}
