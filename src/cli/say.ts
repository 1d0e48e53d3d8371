import type { Params } from '../kernel/errors.ts';
import { isLanguage, type Language } from '../kernel/i18n/language.ts';
import { messenger } from '../kernel/i18n/messenger.ts';
import { cliMessages } from './messages/index.ts';

const message = messenger(cliMessages);

export type CliMessageKey = keyof (typeof cliMessages)['en'];

/** Language of the person at the terminal: `UFUQ_LANGUAGE`, else what the system's locale says, else English. */
export function terminalLanguage(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Language {
  const { UFUQ_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  for (const locale of [UFUQ_LANGUAGE, LC_ALL || LC_MESSAGES || LANG]) {
    const primary = locale?.split(/[-_.@]/)[0]?.toLowerCase() ?? '';
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}

/** A sentence of the command line in the language of the terminal. Numbers in it are given as text to stay plain. */
export function say(key: CliMessageKey, params: Params = {}): string {
  return message(terminalLanguage(), key, params);
}
