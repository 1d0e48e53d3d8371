import type { Params } from '../../kernel/i18n/format.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { terminalLanguage } from '../say.ts';
import { documentsCliMessages } from './messages.ts';

const message = messenger(documentsCliMessages);

/** A sentence of the verbs attach and documents in the language of the terminal. */
export function sayDocuments(key: keyof (typeof documentsCliMessages)['en'], params: Params = {}): string {
  return message(terminalLanguage(), key, params);
}
