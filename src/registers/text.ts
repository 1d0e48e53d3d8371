import type { LocalizedText } from '../kernel/i18n/language.ts';
import type { Code } from '../kernel/register/declaration.ts';

/** One sentence or name in the languages of the system, so that a declaration stays readable line by line. */
export function text(az: string, en: string, ar: string, fa: string): LocalizedText {
  return { az, en, ar, fa };
}

/** One value of a code list with its four names. */
export function code(value: string, az: string, en: string, ar: string, fa: string): Code {
  return { value, title: text(az, en, ar, fa) };
}
