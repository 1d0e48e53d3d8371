import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../src/kernel/i18n/language.ts';
import type { Catalogue, MessageKey } from './en.ts';
import { localeOf } from './locale.ts';

export type MessageParameters = Readonly<Record<string, string | number>>;

export type Translate = (key: MessageKey, parameters?: MessageParameters) => string;

/** Says sentences of a catalogue; each is parsed once, when it is first said. */
export function createTranslator(language: Language, catalogue: Catalogue): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, parameters) => {
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(catalogue[key], localeOf(language), undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(parameters));
  };
}
