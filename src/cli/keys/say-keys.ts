import type { Params } from '../../kernel/i18n/format.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { terminalLanguage } from '../say.ts';
import { keysMessages } from './messages.ts';

const message = messenger(keysMessages);

/** A sentence of the verbs for keys and witnesses in the language of the terminal. */
export function sayKeys(key: keyof (typeof keysMessages)['en'], params: Params = {}): string {
  return message(terminalLanguage(), key, params);
}
