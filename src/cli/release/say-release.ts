import type { Params } from '../../kernel/i18n/format.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { terminalLanguage } from '../say.ts';
import { releaseMessages } from './messages.ts';

const message = messenger(releaseMessages);

export type ReleaseMessageKey = keyof (typeof releaseMessages)['en'];

/** A sentence about releases in the language of the terminal. Numbers are given as text to stay plain. */
export function sayRelease(key: ReleaseMessageKey, params: Params = {}): string {
  return message(terminalLanguage(), key, params);
}
