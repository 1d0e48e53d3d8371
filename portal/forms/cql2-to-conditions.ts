import type { Condition, Conditions, Operator } from './condition.ts';
import { noConditions } from './condition.ts';
import { type Token, tokensOf } from './cql2-tokens.ts';

const operatorOfSign: Readonly<Record<string, Operator>> = {
  '=': 'eq',
  '<>': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

/** Thrown and caught within this file: the text says more than rows can. */
class NotRows extends Error {}

/**
 * The rows that a CQL2 text stands for, so that a shared address opens in the builder again.
 * Undefined for everything that the builder would not write itself.
 */
export function cql2ToConditions(text: string): Conditions | undefined {
  if (text.trim() === '') return noConditions;
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  try {
    return readConditions(tokens);
  } catch (error) {
    if (error instanceof NotRows) return undefined;
    throw error;
  }
}

function readConditions(tokens: readonly Token[]): Conditions {
  let at = 0;
  const next = (): Token => {
    const token = tokens[at++];
    if (token === undefined) throw new NotRows();
    return token;
  };
  const isNext = (word: string) => tokens[at]?.kind !== 'text' && tokens[at]?.word === word;
  const expect = (word: string) => {
    if (!isNext(word)) throw new NotRows();
    at++;
  };
  const property = (): string => {
    const token = next();
    if (token.kind === 'quoted-name') return token.word;
    if (token.kind !== 'name') throw new NotRows();
    return token.raw;
  };
  const literal = (): string => {
    const token = next();
    if (token.kind === 'text' || token.kind === 'number') return token.word;
    if (token.kind !== 'name') throw new NotRows();
    if (token.word === 'TRUE' || token.word === 'FALSE') return token.word.toLowerCase();
    if (token.word !== 'DATE' && token.word !== 'TIMESTAMP') throw new NotRows();
    expect('(');
    const { kind, word } = next();
    expect(')');
    if (kind !== 'text') throw new NotRows();
    return token.word === 'DATE' ? word : word.replace(/(?::00)?Z$/, '');
  };
  const like = (): Condition => {
    expect('CASEI');
    expect('(');
    const field = property();
    expect(')');
    expect('LIKE');
    expect('CASEI');
    expect('(');
    const token = next();
    expect(')');
    const found = token.kind === 'text' ? /^(%?)((?:[^%_\\]|\\.)*)%$/s.exec(token.word) : null;
    if (found === null) throw new NotRows();
    const word = (found[2] ?? '').replace(/\\(.)/gs, '$1');
    return { field, operator: found[1] === '%' ? 'contains' : 'starts', values: [word] };
  };
  const condition = (): Condition => {
    if (isNext('CASEI')) return like();
    const field = property();
    const { kind, word } = next();
    const operator = kind === 'sign' ? operatorOfSign[word] : undefined;
    if (operator !== undefined) return { field, operator, values: [literal()] };
    if (kind !== 'name') throw new NotRows();
    if (word === 'IS') {
      const isNegated = isNext('NOT');
      if (isNegated) at++;
      expect('NULL');
      return { field, operator: isNegated ? 'notNull' : 'null', values: [] };
    }
    if (word === 'BETWEEN') {
      const from = literal();
      expect('AND');
      return { field, operator: 'between', values: [from, literal()] };
    }
    if (word !== 'IN') throw new NotRows();
    expect('(');
    const values = [literal()];
    while (isNext(',')) {
      at++;
      values.push(literal());
    }
    expect(')');
    return { field, operator: 'in', values };
  };

  const rows = [condition()];
  let join: 'AND' | 'OR' | undefined;
  while (at < tokens.length) {
    const { word } = next();
    if ((word !== 'AND' && word !== 'OR') || (join ?? word) !== word) throw new NotRows();
    join = word;
    rows.push(condition());
  }
  return { join: join === 'OR' ? 'or' : 'and', rows };
}
