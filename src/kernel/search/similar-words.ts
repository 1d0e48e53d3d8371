import sql from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import type { FoldedWord } from '../i18n/fold/fold-word.ts';
import { distance } from '../i18n/fold/sound.ts';

const shortest = 4;
const most = 20;

/**
 * Words of the index that stand for a word which nothing answers: those that contain it, and those that one typing error
 * (two in words of eight letters and more) away. Words with digits have none: a number that is nearly right is wrong.
 */
export async function similarWords(
  db: Queryable,
  words: readonly FoldedWord[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const similar = new Map<string, readonly string[]>();
  for (const { key } of words) {
    if (key.length < shortest || !/^[a-z]+$/.test(key)) continue;
    const rows = await db.query<{ word: string }>(sql`
      select word from ufuq.search_word where word like ${`%${key}%`} or word % ${key}
      order by similarity(word, ${key}) desc limit ${most * 3}`);
    const errors = key.length >= 8 ? 2 : 1;
    const near = rows
      .map(({ word }) => word)
      .filter((word) => word.includes(key) || swapped(word, key) || distance(word, key) <= errors);
    if (near.length > 0) similar.set(key, near.slice(0, most));
  }
  return similar;
}

/** Two neighbouring letters in the wrong order are one error of the hand. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const first = [...a].findIndex((letter, index) => letter !== b[index]);
  return (
    first >= 0 &&
    a[first] === b[first + 1] &&
    a[first + 1] === b[first] &&
    a.slice(first + 2) === b.slice(first + 2)
  );
}
