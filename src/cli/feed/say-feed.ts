import type { Params } from '../../kernel/errors.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { terminalLanguage } from '../say.ts';
import { feedCliMessages } from './messages.ts';

export type FeedMessageKey = keyof (typeof feedCliMessages)['en'];

const message = messenger<FeedMessageKey>(feedCliMessages as never);

/** A sentence about the change feed in the language of the terminal. */
export const sayFeed = (key: FeedMessageKey, params: Params = {}) => message(terminalLanguage(), key, params);
