import { formatSentence } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { transferMessages } from '../i18n/messages/transfer.ts';
import { messenger } from '../i18n/messenger.ts';

export type FindingParams = Readonly<Record<string, string | number>>;

/** One thing that an import has to say about a record, a layer or the file. */
export interface Finding {
  /** `refused` keeps a record out, `repaired` says what was changed, `warning` what a person should look at. */
  readonly kind: 'refused' | 'repaired' | 'warning';
  readonly layer?: string;
  /** 1-based ordinal of the record in its layer; undefined for what is about the layer or the file. */
  readonly row?: number;
  /** Id that the record has or would have had. */
  readonly record?: string;
  /** JSON pointer into the record, where it is about one part of it. */
  readonly pointer?: string;
  readonly code: string;
  readonly params: FindingParams;
  /** GeoJSON of what offends, in longitude/latitude. */
  readonly geometry?: unknown;
}

const say = messenger(transferMessages);
const areas = {
  refused: ['finding', 'problem', 'file', 'violation'],
  repaired: ['repair'],
  warning: ['finding', 'problem'],
};

/** What a finding says in a reader's language: what is wrong with which value, and what would be right. */
export function findingSentence(finding: Finding, language: Language): string {
  const { code, params, kind } = finding;
  const own = params[`sentence.${language}`] ?? params.sentence;
  if (own !== undefined) return formatSentence(language, String(own), params);
  for (const area of areas[kind]) {
    const key = `${area}.${code}`;
    if (say.has(key)) return say(language, key, params);
    if (message.has(key)) return message(language, key, params);
  }
  const key = `violation.${code}`;
  return message.has(key) ? message(language, key, params) : `${code}: ${Object.values(params).join(', ')}`;
}
