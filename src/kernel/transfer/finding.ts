import type { Violation } from '../errors.ts';
import { argumentsOf, formatSentence } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { formatsMessages } from '../i18n/messages/formats.ts';
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

/** A record that was refused for what a check has against it. */
export function refusedFor(
  { pointer, code, params = {}, geometry }: Violation,
  place: Pick<Finding, 'layer' | 'row' | 'record'>,
): Finding {
  return {
    kind: 'refused',
    ...place,
    pointer,
    code,
    params,
    ...(geometry === undefined ? {} : { geometry }),
  };
}

const say = messenger<string>(transferMessages as never, formatsMessages as never);
const areas = {
  refused: ['finding', 'problem', 'file'],
  repaired: ['repair'],
  warning: ['finding', 'problem'],
};

/** What a finding says in a reader's language: what is wrong with which value, and what would be right. */
export function findingSentence(finding: Finding, language: Language): string {
  const { code, params, kind } = finding;
  const own = params[`sentence.${language}`] ?? params.sentence;
  if (own !== undefined) return formatSentence(language, String(own), params);
  const keys = areas[kind].map((area) => `${area}.${code}`).filter((key) => say.has(key));
  // A reader and a register's check may name the same fault with other values: the sentence is taken that they fill.
  const key = keys.find((each) => isFilled(each, params)) ?? keys[0];
  const checkKey = `violation.${code}`;
  if (key !== undefined && (isFilled(key, params) || !message.has(checkKey)))
    return say(language, key, params);
  if (message.has(checkKey)) return message(language, checkKey, params);
  return `${code}: ${Object.values(params).join(', ')}`;
}

function isFilled(key: string, params: FindingParams): boolean {
  return argumentsOf(template(key)).every((name) => Object.hasOwn(params, name));
}

const english: Readonly<Record<string, string>> = { ...transferMessages.en, ...formatsMessages.en };

function template(key: string): string {
  return english[key] ?? '';
}
