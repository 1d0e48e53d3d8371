import { fold } from '../forms/fold.ts';

export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text parted at the words that answer a query, without regard to case, accents and keyboards. */
export function highlighted(text: string, words: string): readonly TextPart[] {
  const wanted = words
    .split(/[\s,]+/u)
    .map(fold)
    .filter((word) => word.length > 1);
  if (wanted.length === 0) return [{ text, isMatch: false }];
  const parts: TextPart[] = [];
  for (const [piece] of text.matchAll(/[\p{L}\p{M}\p{N}\u200c]+|[^\p{L}\p{M}\p{N}\u200c]+/gu)) {
    const folded = fold(piece);
    const isMatch = wanted.some((word) => folded.includes(word));
    const last = parts.at(-1);
    if (last && !last.isMatch && !isMatch) parts[parts.length - 1] = { text: last.text + piece, isMatch };
    else parts.push({ text: piece, isMatch });
  }
  return parts;
}
