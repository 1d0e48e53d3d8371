import { type FoldedWord, foldWords, joined } from './fold-word.ts';
import { nearness, soundsOf } from './sound.ts';

/** A text made ready to be asked many times. */
export interface FoldedText {
  readonly words: readonly FoldedWord[];
  /** All words as one. */
  readonly whole: FoldedWord | undefined;
  readonly sounds: readonly (readonly string[])[];
}

export function foldedText(text: string): FoldedText {
  const words = foldWords(text);
  const whole = joined(words);
  const all = whole && words.length > 1 ? [...words, whole] : words;
  return { words: all, whole, sounds: all.map(soundsOf) };
}

/** A query that only spelling answers. */
export function spelt(query: FoldedText): FoldedText {
  return { ...query, sounds: query.words.map(() => []) };
}

/** Words of different vowels sound alike only where most of their letters agree. */
const leastNearness = 0.5;
const shortestInside = 3;

/**
 * From 0 (not at all) to 1 (the whole text, spelt so): how well a text answers all the words of a query. Order of
 * answers: exact above prefix above inside above sound; a text that is nothing but the query above longer ones.
 */
export function matchScore(query: FoldedText, text: FoldedText): number {
  if (query.words.length === 0 || text.words.length === 0) return 0;
  const asOne = query.whole ? wordScore(query.whole, query.sounds.at(-1)!, text) : 0;
  const own = ownWords(query);
  let sum = 0;
  for (const [index, word] of own.entries()) {
    const score = wordScore(word, query.sounds[index]!, text);
    if (score === 0) return asOne * 0.9;
    sum += score;
  }
  const isWhole = query.whole?.key === text.whole?.key;
  return Math.max(asOne, sum / own.length) * 0.9 + (isWhole ? 0.1 : 0.1 / (1 + text.words.length));
}

function wordScore(word: FoldedWord, sounds: readonly string[], text: FoldedText): number {
  let best = 0;
  for (const [index, other] of text.words.entries()) {
    if (other.key === word.key || other.bare === word.bare) return 1;
    if (other.key.startsWith(word.key)) best = Math.max(best, 0.8);
    else if (word.key.length >= shortestInside && other.key.includes(word.key)) best = Math.max(best, 0.6);
    if (best < 0.6 && sounds.some((sound) => text.sounds[index]!.includes(sound))) {
      const near = nearness(word, other);
      if (near >= leastNearness) best = Math.max(best, 0.2 + 0.3 * near);
    }
  }
  return best;
}

/**
 * From 0 to 1: how well a text holds all the words of a query one after another, in their order, as OGC API – Records
 * asks of `q`; the last of them may be the beginning of a word.
 */
export function phraseScore(query: FoldedText, text: FoldedText): number {
  const own = ownWords(query);
  const words = ownWords(text);
  if (own.length === 0) return 0;
  let best = query.whole && own.length > 1 ? 0.9 * wordScore(query.whole, query.sounds.at(-1)!, text) : 0;
  if (own.length === 1) return matchScore(query, text);
  for (let start = 0; start + own.length <= words.length; start++) {
    let least = 1;
    for (let index = 0; index < own.length && least > 0; index++) {
      const at = start + index;
      const one = { words: [words[at]!], whole: undefined, sounds: [text.sounds[at]!] };
      least = Math.min(least, wordScore(own[index]!, query.sounds[index]!, one));
    }
    best = Math.max(best, least);
  }
  return best * (query.whole?.key === text.whole?.key ? 1 : 0.95);
}

/** The words themselves, without all of them as one. */
function ownWords({ words }: FoldedText): readonly FoldedWord[] {
  return words.length > 1 ? words.slice(0, -1) : words;
}
