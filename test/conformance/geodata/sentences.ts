import { IntlMessageFormat } from 'intl-messageformat';
import { formatsMessages } from '../../../src/kernel/i18n/messages/formats.ts';

/** English sentence of a code; an argument that it needs and does not get is an error. */
export function message(key: string, params: Readonly<Record<string, string | number>>): string {
  const sentence = (formatsMessages.en as Readonly<Record<string, string>>)[key];
  if (sentence === undefined) throw new Error(`no sentence for ${key}`);
  return String(new IntlMessageFormat(sentence, 'en').format(params));
}
