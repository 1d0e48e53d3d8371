import type { Language } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import type { Status, Verdict } from './engine/promise.ts';

/** Why a promise stands as it stands, in words. */
export function promiseSentence(language: Language, verdict: Verdict): string {
  const { reason, due, on, daysLate = 0, daysLeft = 0 } = verdict;
  const params = { due: due ?? '', on: on ?? '', daysLate, daysLeft };
  return message(language, `promise.reason.${reason}`, params);
}

export function statusName(language: Language, status: Status): string {
  return message(language, `promise.status.${status}`);
}
