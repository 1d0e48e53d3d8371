import type { Params } from '../../kernel/i18n/format.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { terminalLanguage } from '../say.ts';
import { transferCliMessages } from './messages.ts';

const message = messenger(transferCliMessages);

export type TransferMessageKey = keyof (typeof transferCliMessages)['en'];

/** A sentence of the verbs import and export in the language of the terminal. */
export function sayTransfer(key: TransferMessageKey, params: Params = {}): string {
  return message(terminalLanguage(), key, params);
}
