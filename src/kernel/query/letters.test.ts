import { describe, expect, it } from 'vitest';
import { foldAccents, foldCase } from './letters.ts';
import { likeMatcher, sqlPattern } from './like.ts';

describe('foldCase', () => {
  it.each([
    ['ŞƏKİ', 'şəki'],
    ['BAKI', 'bakı'],
    ['İsmayıllı', 'ismayıllı'],
    ['QIZ', 'qız'],
    ['GƏNCƏ AĞSU', 'gəncə ağsu'],
    ['STRASSE', 'straße'],
    ['ΟΔΟΣ', 'οδος'],
    ['КИЇВ', 'київ'],
  ])('%s is %s', (upper, lower) => {
    expect(foldCase(upper)).toBe(foldCase(lower));
  });

  it('keeps letters apart that are not cases of each other', () => {
    for (const [x, y] of [
      ['ə', 'e'],
      ['ğ', 'g'],
      ['ş', 's'],
      ['ی', 'ي'],
    ])
      expect(foldCase(x!)).not.toBe(foldCase(y!));
  });
});

describe('foldAccents', () => {
  it.each([
    ['Chișinău', 'Chisinau'],
    ['débárquér', 'debarquer'],
    ['København', 'Kobenhavn'],
    ['Łódź', 'Lodz'],
    ['بَاكُو', 'باكو'],
    ['آذربایجان', 'اذربایجان'],
    ['Ёлка', 'Елка'],
    ['e\u0301', 'é'],
    ['ΌΔΌΣ', 'ΟΔΟΣ'],
  ])('%s is %s', (accented, plain) => {
    expect(foldAccents(accented)).toBe(foldAccents(plain));
  });

  it('leaves what is no accent', () => {
    for (const text of ['Gəncə', '한국', 'हिन्दी', 'Straße', 'ی']) expect(foldAccents(text)).toBe(text);
  });
});

describe('LIKE', () => {
  it.each([
    ['Baku', 'B_k%', true],
    ['Baku', 'b%', false],
    ['50%', '50\\%', true],
    ['50 %', '50\\%', false],
    ['a\\', 'a\\', true],
    ['🏔', '_', true],
    ['', '%%', true],
    ['', '_%', false],
    ['abcabd', '%ab_', true],
    ['a\nb', 'a%b', true],
  ])('%j like %j is %s', (text, pattern, truth) => {
    expect(likeMatcher(pattern)(text)).toBe(truth);
  });

  it('is done in a moment whatever the pattern', () => {
    expect(likeMatcher(`${'%a'.repeat(50)}b`)('a'.repeat(5000))).toBe(false);
  });

  it('gives PostgreSQL no lone backslash', () => {
    expect(sqlPattern('a%\\')).toBe('a%\\\\');
    expect(sqlPattern('\\%\\x_')).toBe('\\%x_');
  });
});
