import type { TokenReader } from './token-reader.ts';
import type { Cql2Expression } from './tree.ts';

/** What the parts of the text parser hand to one another, so that no two of them import each other. */
export interface TextParser {
  readonly reader: TokenReader;
  readonly positions: Positions;
  /** Reads an expression of operators that bind at least as tightly as `loosest`. */
  expression(loosest: number): Cql2Expression;
}

/** Places in the text (characters, from 1) of the operators and properties of a tree. */
export type Positions = WeakMap<object, number>;
