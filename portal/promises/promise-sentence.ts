import type { MessageKey } from '../strings/en.ts';
import type { LanguageContext } from '../ui/language-context.tsx';
import type { PortalPromise } from './promises-answer.ts';

/** Why a promise stands as it stands; the server says the same, with days as numbers. */
export function promiseSentence(
  { reason, due, on, daysLate = 0, daysLeft = 0 }: PortalPromise,
  t: LanguageContext['t'],
  formats: LanguageContext['formats'],
): string {
  return t(`promises.reason.${reason}` as MessageKey, {
    due: due === undefined ? '' : formats.date(due),
    on: on === undefined ? '' : formats.date(on),
    daysLate,
    daysLeft,
  });
}
