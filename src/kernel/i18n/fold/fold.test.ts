import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, foldWords } from './fold-word.ts';
import { foldedText, matchScore } from './match.ts';
import { distance, soundsOf } from './sound.ts';

const score = (query: string, text: string) => matchScore(foldedText(query), foldedText(text));

describe('one key for what one script spells in several ways', () => {
  test.each([
    ['BAKI ŞƏHƏRİ', 'baki seheri'],
    ['Bakı', 'bakı'],
    ['Ağdərə', 'agdere'],
    ['باكو', 'باکو'],
    ['شُوشَة', 'شوشه'],
    ['إيران', 'ایران'],
    ['كتـــاب', 'کتاب'],
    ['می‌شود', 'میشود'],
    ['١٢٣', '۱۲۳'],
    ['١٢٣', '123'],
    ['Бакы', 'Bakı'],
    ['Әждәр', 'ejder'],
    ["Ma'rib", 'Marib'],
  ])('%s = %s', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  test('whatever is folded is letters and digits, and folding it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldText(text);
        expect(once).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
        expect(foldText(once)).toBe(once);
      }),
    );
  });
});

describe('one sound for one name in four scripts', () => {
  test.each([
    ['Bakı', 'Baku', 'Баку', 'باكو', 'باکو'],
    ['Gəncə', 'Ganja', 'Гянджа', 'غنجة', 'گنجه'],
    ['Şuşa', 'Shusha', 'Шуша', 'شوشا', 'شوشا'],
    ['Naxçıvan', 'Nakhchivan', 'Нахчыван', 'نخجوان', 'نخجوان'],
    ['Xocavənd', 'Khojavend', 'Ходжавенд', 'خوجاوند', 'خواجه‌وند'],
    ['Hacıqabul', 'Hajigabul', 'Гаджигабул', 'حاجي قابول', 'حاجی‌قبول'],
  ])('%s, %s, %s, %s, %s', (...names) => {
    const spellings = names.filter((name) => name !== 'Гаджигабул'); // Russian writes h as г
    for (const query of spellings)
      for (const name of spellings) expect(score(query, name), `${query} finds ${name}`).toBeGreaterThan(0);
  });

  test('an exact spelling stands above a beginning, that above a part, that above a sound', () => {
    const order = ['Bakı', 'Bakıxanov', 'Yeni Bakı bağı', 'Sabakı', 'Baku'];
    const scores = order.map((name) => score('bakı', name));
    expect(scores[0]).toBeGreaterThan(scores[2]!);
    expect(scores[2]).toBeGreaterThan(scores[1]!);
    expect(scores[1]).toBeGreaterThan(scores[3]!);
    expect(scores[3]).toBeGreaterThan(scores[4]!);
    expect(scores[4]).toBeGreaterThan(0);
  });

  test('what only shares consonants is not the same', () => {
    expect(score('Bakı', 'Ubeka')).toBe(0);
    expect(score('Bakı', 'Gəncə')).toBe(0);
    expect(score('شوشا', 'Sasa')).toBeGreaterThan(0); // vowels that nobody wrote cannot tell them apart
    expect(score('', 'Bakı')).toBe(0);
  });

  test('every word of a query has to be answered', () => {
    expect(score('Bakı limanı', 'Bakı')).toBe(0);
    expect(score('limanı bakı', 'Bakı limanı')).toBeGreaterThan(0.5);
  });

  test('numbers have no sound', () => {
    expect(soundsOf(foldWords('AZ1000')[0]!)).toEqual([]);
    expect(score('1234', '1235')).toBe(0);
  });
});

test('a distance is that of Levenshtein: symmetrical, and none only between equals', () => {
  const word = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, b) === 0).toBe(a === b);
      expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
    }),
  );
});
