import { type FilterError, refuse } from './filter-error.ts';
import type { FilterLimits } from './limits.ts';
import { type Token, tokenize } from './token.ts';

/** Walks the tokens of one text; what all parsing functions share. */
export class TokenReader {
  readonly limits: FilterLimits;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(source: string, limits: FilterLimits) {
    this.#tokens = tokenize(source, limits);
    this.limits = limits;
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)]!;
  }

  take(): Token {
    const token = this.peek();
    this.#next++;
    return token;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  /** True for an unquoted name equal to `word`, however it is cased. */
  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.text.toLowerCase() === word;
  }

  skipSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.#next++;
    return true;
  }

  skipWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.#next++;
    return true;
  }

  expectSymbol(text: string): void {
    if (!this.skipSymbol(text)) throw this.unexpected(text);
  }

  expectWord(word: string): void {
    if (!this.skipWord(word)) throw this.unexpected(word.toUpperCase());
  }

  /** `item {"," item}` up to and with the closing parenthesis. */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.skipSymbol(',')) items.push(item());
    this.expectSymbol(')');
    return items;
  }

  /** A number with its sign. */
  number(): number {
    const sign = this.skipSymbol('-') ? -1 : this.skipSymbol('+') ? 1 : 1;
    if (this.peek().kind !== 'number') throw this.unexpected('1.5');
    return finite(sign, this.take());
  }

  /** Runs `parse` one level deeper. Parentheses take levels that the tree does not have, so the stack gets some more. */
  nested<T>(parse: () => T): T {
    if (++this.#depth > 4 * this.limits.maxDepth)
      throw refuse('', 'cql2-too-deep', { limit: this.limits.maxDepth });
    const result = parse();
    this.#depth--;
    return result;
  }

  /** What stands here is not `expected`; without it, an expression should stand here. */
  unexpected(expected?: string): FilterError {
    const token = this.peek();
    const where = { position: token.at };
    if (token.kind === 'end')
      return expected
        ? refuse('', 'cql2-ends-early', { ...where, expected })
        : refuse('', 'cql2-expression-missing', where);
    const found = token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text;
    return expected
      ? refuse('', 'cql2-unexpected', { ...where, found, expected })
      : refuse('', 'cql2-expression-expected', { ...where, found });
  }
}

/** Value of a number token; refuses what a double cannot hold. */
export function finite(sign: number, token: Token): number {
  const value = sign * Number(token.text) + 0;
  if (!Number.isFinite(value))
    throw refuse('', 'cql2-number-range', { position: token.at, value: token.text });
  return value;
}
