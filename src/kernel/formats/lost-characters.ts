import type { ReadProblem } from './source.ts';

/**
 * Finds text that an earlier conversion damaged: a replacement character, or a question mark inside a word
 * (`Q?b?l?` for `Qəbələ`). A warning, since some text may hold one on purpose; addresses of web pages do.
 */
export function lostCharacters(
  properties: Readonly<Record<string, unknown>>,
  row: number,
): ReadProblem[] | undefined {
  let problems: ReadProblem[] | undefined;
  for (const field in properties) {
    const value = properties[field];
    if (typeof value !== 'string') continue;
    if (!value.includes('�') && !(value.includes('?') && isDamaged(value))) continue;
    problems ??= [];
    problems.push({
      row,
      code: 'characters-lost',
      severity: 'warning',
      params: { field, value: value.length > 80 ? `${value.slice(0, 79)}…` : value },
    });
  }
  return problems;
}

const insideWord = /\p{L}\?+\p{L}|(?:^|[\s(,;/-])\?+\p{Ll}|\p{L}\?+\p{L}?\?/u;
const webAddress = /^\w+:\/\/|^www\.|=\S*&|\?\w+=/;

function isDamaged(value: string): boolean {
  return insideWord.test(value) && !webAddress.test(value);
}
