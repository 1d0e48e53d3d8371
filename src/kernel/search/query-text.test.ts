import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryWords, vectorText } from './entry-words.ts';
import { indexQuery } from './query-text.ts';

describe('what goes to the database', () => {
  test('a query is made of folded words and operators alone, whatever was asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const query = indexQuery(text);
        if (query) expect(query.text).toMatch(/^[a-z0-9'~=|&():*]+$/);
      }),
    );
  });

  test('a vector has each lexeme once, with a position and a weight', () => {
    const register = {
      titleField: 'name',
      fields: [{ name: 'name', type: 'localized', title: { az: '', en: '', ar: '', fa: '' } }],
    } as const;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (record, name) => {
        const { open, all } = entryWords(register, 3, record, { name: { az: name } });
        expect(all).toBeUndefined();
        expect(vectorText(open)).toMatch(/^'#3':1D(?: '[~=]?[a-z0-9]+':\d+[ABCD])*$/);
      }),
    );
  });

  test('the title weighs most, its sound less, other texts after it', () => {
    const title = { az: '', en: '', ar: '', fa: '' };
    const register = {
      titleField: 'name',
      fields: [
        { name: 'name', type: 'localized', title },
        { name: 'remark', type: 'string', title },
        { name: 'keeper', type: 'string', title, secrecy: 'restricted' },
      ],
    } as const;
    const properties = { name: { az: 'Bakı' }, remark: 'liman', keeper: 'Elçin' };
    const { open, all, vocabulary } = entryWords(register, 3, 'x1', properties);
    expect(Object.fromEntries(open)).toEqual({
      '#3': 'D',
      x1: 'C',
      baki: 'A',
      '~bk': 'B',
      '=baki': 'A',
      liman: 'C',
      '~lmn': 'D',
    });
    expect([...all!.keys()].filter((lexeme) => !open.has(lexeme))).toEqual(['elcin', '~lcn']);
    expect(vocabulary).toEqual(['baki', 'liman']);
  });
});
