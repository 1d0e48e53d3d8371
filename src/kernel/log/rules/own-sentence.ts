import type { Params } from '../../errors.ts';

/** A rule's own sentence travels with the violation, one parameter a language, and its id as `rule`. */
export function ownSentence(
  rule: { readonly id: string; readonly sentence?: Readonly<Record<string, string>> } | undefined,
): Params {
  if (rule === undefined) return {};
  const sentences = Object.entries(rule.sentence ?? {}).map(([language, text]) => [
    `sentence_${language}`,
    text,
  ]);
  return { rule: rule.id, ...Object.fromEntries(sentences) };
}
