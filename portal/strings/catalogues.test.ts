import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/kernel/i18n/language.ts';
import { en, type MessageKey } from './en.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { createTranslator } from './translator.ts';

/** What the tree of an ICU message has, as far as names of parameters are concerned. */
interface Element {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

const literalElement = 0;

function parametersOf(sentence: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if (element.type !== literalElement && element.value !== undefined) found.add(String(element.value));
      for (const option of Object.values(element.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true }).getAst() as readonly Element[]);
  return [...found].sort();
}

describe.each(languages)('catalogue %s', (language) => {
  it('has every sentence of the English one, in the same order, with the same parameters', async () => {
    const catalogue = await loadCatalogue(language);
    expect(Object.keys(catalogue)).toEqual(Object.keys(en));
    for (const key of Object.keys(en) as MessageKey[]) {
      expect([key, parametersOf(catalogue[key])]).toEqual([key, parametersOf(en[key])]);
      expect(catalogue[key].trim(), key).not.toBe('');
    }
  });

  it('leaves no sentence in English where the language is another', async () => {
    if (language === 'en') return;
    const catalogue = await loadCatalogue(language);
    const same = (Object.keys(en) as MessageKey[]).filter((key) => catalogue[key] === en[key]);
    expect(same).toEqual([]);
  });
});

describe('createTranslator', () => {
  it('counts in the words and numerals of the language', async () => {
    const say = createTranslator('ar', await loadCatalogue('ar'));
    expect(say('home.recordCount', { count: 2 })).toBe('قيدان');
    expect(say('home.recordCount', { count: 11 })).toBe('١١ قيدًا');
    const english = createTranslator('en', await loadCatalogue('en'));
    expect(english('home.recordCount', { count: 1234 })).toBe('1,234 records');
  });
});
