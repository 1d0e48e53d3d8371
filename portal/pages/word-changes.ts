/** A run of words that stayed, went or came. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

const mostWords = 400;

/**
 * Two texts compared word by word: the longest common subsequence stays, the rest goes or comes.
 * Very long texts are compared as a whole, because the table grows with the product of their lengths.
 */
export function wordChanges(was: string, became: string): readonly WordRun[] {
  const before = wordsOf(was);
  const after = wordsOf(became);
  if (before.length > mostWords || after.length > mostWords) {
    return joined([
      ['gone', was],
      ['new', became],
    ]);
  }
  const lengths = commonLengths(before, after);
  const runs: [WordRun['kind'], string][] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      runs.push(['same', before[i]!]);
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      runs.push(['gone', before[i++]!]);
    } else runs.push(['new', after[j++]!]);
  }
  return joined(runs);
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

/** Length of the longest common subsequence of every pair of tails. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

function joined(runs: readonly (readonly [WordRun['kind'], string])[]): readonly WordRun[] {
  const result: { kind: WordRun['kind']; text: string }[] = [];
  for (const [kind, text] of runs) {
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') result.push({ kind, text });
  }
  return result;
}
