import type { Parser } from '../../kernel/http/parameters.ts';

/** A number of entries, or a position: a whole number that is spelled as one. */
export const treeSize: Parser<number> = (text) =>
  /^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text))
    ? { value: Number(text) }
    : { code: 'count', params: { minimum: 0, maximum: Number.MAX_SAFE_INTEGER } };
