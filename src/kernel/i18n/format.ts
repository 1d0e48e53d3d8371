import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';

/** Values that a sentence is filled with. */
export type Params = Readonly<Record<string, string | number>>;

const formats = new Map<string, { format: IntlMessageFormat; names: readonly string[] }>();

/** Fills in a sentence in ICU MessageFormat; a value that is missing shows as "…" rather than failing. */
export function formatSentence(language: Language, sentence: string, params: Params = {}): string {
  if (!sentence.includes('{') && !sentence.includes("'")) return sentence;
  const { format, names } = compile(language, sentence);
  const complete: Record<string, string | number> = { ...params };
  for (const name of names) complete[name] ??= '…';
  try {
    return String(format.format(complete));
  } catch {
    return sentence;
  }
}

function compile(language: Language, sentence: string) {
  const key = `${language}\n${sentence}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true });
  const made = { format, names: argumentsOf(sentence) };
  formats.set(key, made);
  return made;
}

interface Element {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

/** Names of the arguments of a sentence, sorted. */
export function argumentsOf(sentence: string): readonly string[] {
  const names = new Set<string>();
  const walk = (elements: readonly Element[]): void => {
    for (const element of elements) {
      // 0 is literal text, 7 the number sign of a plural; all others name an argument.
      if (element.type !== 0 && element.type !== 7) names.add(String(element.value));
      for (const option of Object.values(element.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true }).getAst() as readonly Element[]);
  return [...names].sort();
}
