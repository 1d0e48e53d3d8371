import type { Language } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { textIn } from '../i18n/text-in.ts';
import { writtenDay, writtenList, writtenNumber, writtenTime } from '../i18n/written-time.ts';
import { parseInstant } from '../log/instant.ts';
import type { Question } from '../query/question.ts';
import type { CountAnswer } from './take-count.ts';

type Asked = Pick<Question, 'asOf' | 'filter' | 'bbox'>;

/** The answer to "how many" as one says it aloud; "unknown" where nobody answers for the number. */
export function countSentence(language: Language, answer: CountAnswer, asked: Asked): string {
  const { count, undated, unplaced, gap, isExact } = answer;
  const numbers = {
    when: whenOf(language, answer),
    count,
    undated,
    n: writtenNumber(language, count),
    u: writtenNumber(language, undated),
    unplaced,
    p: writtenNumber(language, unplaced),
    most: writtenNumber(language, count + undated + unplaced),
  };
  const known = message(language, 'count.on-record', numbers);
  const reasons = [
    ...(undated > 0 ? [message(language, 'count.because-undated', numbers)] : []),
    ...(unplaced > 0 ? [message(language, 'count.because-unplaced', numbers)] : []),
  ];
  const sentence = !isExact
    ? message(language, 'count.unknown.many', numbers)
    : gap
      ? message(language, `count.unknown.${gap}`, { ...numbers, known })
      : message(language, reasons.length > 0 ? 'count.complete-between' : 'count.complete', {
          ...numbers,
          why: writtenList(language, reasons),
          who: custodianNames(language, answer),
        });
  const hasConditions = asked.filter !== undefined || asked.bbox !== undefined;
  return [
    sentence,
    ...(hasConditions ? [message(language, 'count.conditions')] : []),
    ...knownAt(language, asked.asOf),
  ].join(' ');
}

function custodianNames(language: Language, { statements, custodians }: CountAnswer): string {
  const names = statements.map(
    ({ custodian }) => textIn(language, titleOf(custodians, custodian)) ?? custodian,
  );
  return writtenList(language, [...new Set(names)]);
}

function titleOf(titles: CountAnswer['custodians'], id: string) {
  const title = titles.get(id);
  return typeof title === 'string' ? { en: title } : title;
}

function knownAt(language: Language, asOf: Question['asOf']): readonly string[] {
  if (asOf === undefined) return [];
  if (typeof asOf === 'number')
    return [message(language, 'count.as-of-position', { position: writtenNumber(language, asOf) })];
  return [message(language, 'count.as-of', { time: writtenTime(language, parseInstant(asOf)!) })];
}

const dayMs = 86_400_000;

/** "On 31 December 2023", or the span of time that was asked about. */
function whenOf(language: Language, { moment, isAboutNow }: CountAnswer): string {
  const { from, to } = moment;
  if (isAboutNow) return message(language, 'count.when.now', { date: writtenDay(language, from) });
  if (from === to) {
    const isMidnight = from % dayMs === 0;
    const date = isMidnight ? writtenDay(language, from) : writtenTime(language, from);
    return message(language, isMidnight ? 'count.when.day' : 'count.when.instant', { date });
  }
  // A date stands for its whole day, to the last millisecond.
  if (from % dayMs === 0 && to - from === dayMs - 1)
    return message(language, 'count.when.day', { date: writtenDay(language, from) });
  const [first, last] = [writtenBound(language, from), writtenBound(language, to)];
  if (first !== undefined && last !== undefined)
    return message(language, 'count.when.between', { from: first, to: last });
  if (first !== undefined) return message(language, 'count.when.since', { from: first });
  if (last !== undefined) return message(language, 'count.when.until', { to: last });
  return message(language, 'count.when.ever');
}

function writtenBound(language: Language, instant: number): string | undefined {
  if (!Number.isFinite(instant)) return undefined;
  const isDay = instant % dayMs === 0 || (instant + 1) % dayMs === 0;
  return isDay ? writtenDay(language, instant) : writtenTime(language, instant);
}
