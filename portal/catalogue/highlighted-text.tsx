import { highlighted } from './highlight.ts';

/** A text with the words marked that answer. */
export function HighlightedText({ text, words }: { readonly text: string; readonly words: string }) {
  let at = 0;
  return (
    <>
      {highlighted(text, words).map(({ text: part, isMatch }) => {
        const key = at;
        at += part.length;
        return isMatch ? <mark key={key}>{part}</mark> : <span key={key}>{part}</span>;
      })}
    </>
  );
}
