import type { FoldedWord } from './fold-word.ts';

/** Romanisations of one consonant, in the order in which they are looked for, and the class that they fall into. */
const classes: readonly (readonly [RegExp, string])[] = [
  [/tsh|dzh|dj|zh|ch|ts|j/g, 'c'],
  [/sh/g, 's'], // ş folds to s already
  [/gh|[gq]/g, 'k'],
  [/kh|x/g, 'h'],
  [/p/g, 'b'], // Arabic has no p
  [/v/g, 'f'],
  [/tc/g, 'c'],
];

/**
 * Consonants of a word by class, for comparing spellings across scripts: Arabic and Persian leave most vowels out,
 * and romanisations differ in them. An Arabic و may be a vowel or a consonant, so a word with one has several. Words
 * with fewer than two consonants have none, because they would sound like everything, and so have numbers.
 */
export function soundsOf({ bare, isArabic }: FoldedWord): readonly string[] {
  if (/\d/.test(bare)) return [];
  const spelt = inClasses(bare);
  const readings = isArabic && spelt.includes('w') ? readingsOfWaw(spelt) : [spelt.replaceAll('w', 'f')];
  return [...new Set(readings.map(consonants))].filter((sound) => sound.length >= 2);
}

function inClasses(word: string): string {
  return classes.reduce((spelt, [spellings, letter]) => spelt.replace(spellings, letter), word);
}

/** A و beside an alef, at the beginning or doubled is most likely a consonant; then all of them vowels, then none. */
function readingsOfWaw(spelt: string): readonly string[] {
  const likely = spelt.replace(/ww|^w|w(?=a)|(?<=a)w/g, 'f').replaceAll('w', 'o');
  return [likely, spelt.replaceAll('w', 'o'), spelt.replaceAll('w', 'f')];
}

function consonants(spelt: string): string {
  const single = spelt.replace(/([^aeiou])\1+/g, '$1');
  const first = single[0] === 'y' ? 'y' : '';
  return `${first}${single.replace(/[aeiouy]/g, '')}`.replace(/(?<=..)h$/, '');
}

/**
 * How near two words that sound alike are spelt, from 0 to 1: the share of letters that one need not change. Vowels
 * that Arabic script does not write count only where both are written in Latin.
 */
export function nearness(a: FoldedWord, b: FoldedWord): number {
  const isPartly = a.isArabic || b.isArabic;
  const [left, right] = [a, b].map(({ bare }) => {
    const spelt = inClasses(bare);
    return isPartly ? spelt.replace(/[eiouwy]/g, '') : spelt;
  }) as [string, string];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 1 : 1 - distance(left, right) / longest;
}

/** Levenshtein's distance of two short words. */
export function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      now.push(Math.min(before[column]! + 1, now[column - 1]! + 1, before[column - 1]! + change));
    }
    before = now;
  }
  return before[b.length]!;
}
