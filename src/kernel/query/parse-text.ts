import { binding, infixBinding } from './binding.ts';
import { refuse } from './filter-error.ts';
import { defaultLimits, enforceLength, enforceLimits, type FilterLimits } from './limits.ts';
import { operatorOf } from './operators.ts';
import { parsePrimary } from './parse-primary.ts';
import type { Positions, TextParser } from './text-parser.ts';
import { TokenReader } from './token-reader.ts';
import type { Cql2Expression } from './tree.ts';

/**
 * Reads CQL2 text (OGC 21-065r2, Annex B) into the JSON tree. Throws `FilterError`, whose params say the position
 * and what was expected. Operators may also be written as functions: `like(name, 'a%')`, `in(code, (1, 2))`.
 */
export function parseText(
  source: string,
  limits: FilterLimits = defaultLimits,
  positions: Positions = new WeakMap(),
): Cql2Expression {
  enforceLength(source, limits);
  const reader = new TokenReader(source, limits);
  if (reader.peek().kind === 'end') throw refuse('', 'cql2-empty');
  const parser: TextParser = {
    reader,
    positions,
    expression: (loosest) => reader.nested(() => parseExpression(parser, loosest)),
  };
  const tree = parser.expression(binding.or);
  if (reader.peek().kind !== 'end') throw reader.unexpected('AND');
  enforceLimits(tree, limits);
  return tree;
}

/** Precedence climbing. */
function parseExpression(parser: TextParser, loosest: number): Cql2Expression {
  const { reader, positions } = parser;
  let left = parsePrefix(parser);
  for (;;) {
    const token = reader.peek();
    const word = token.kind === 'symbol' || token.kind === 'name' ? token.text.toLowerCase() : '';
    const strength = infixBinding(word);
    if (strength === 0 || strength < loosest) return left;
    reader.take();
    left = parseInfix(parser, word, left);
    if (typeof left === 'object') positions.set(left, token.at);
  }
}

function parsePrefix(parser: TextParser): Cql2Expression {
  const { at } = parser.reader.peek();
  if (!parser.reader.skipWord('not')) return parsePrimary(parser);
  const call = { op: 'not', args: [parser.expression(binding.not)] };
  parser.positions.set(call, at);
  return call;
}

function parseInfix(parser: TextParser, word: string, left: Cql2Expression): Cql2Expression {
  const { reader } = parser;
  switch (word) {
    case 'and':
    case 'or': {
      const args = [left];
      do args.push(parser.expression(binding[word] + 1));
      while (reader.skipWord(word));
      return { op: word, args };
    }
    case 'not': {
      if (!['like', 'between', 'in'].some((each) => reader.isWord(each))) throw reader.unexpected('LIKE');
      return { op: 'not', args: [parsePredicate(parser, reader.take().text.toLowerCase(), left)] };
    }
    case 'like':
    case 'between':
    case 'in':
    case 'is':
      return parsePredicate(parser, word, left);
    case '^':
      return { op: word, args: [left, parser.expression(binding.power)] };
    default:
      return { op: operatorOf(word)!.name, args: [left, parser.expression(infixBinding(word) + 1)] };
  }
}

function parsePredicate(parser: TextParser, word: string, left: Cql2Expression): Cql2Expression {
  const { reader } = parser;
  switch (word) {
    case 'like':
      return { op: 'like', args: [left, parser.expression(binding.sum)] };
    case 'between': {
      const lower = parser.expression(binding.sum);
      reader.expectWord('and');
      return { op: 'between', args: [left, lower, parser.expression(binding.sum)] };
    }
    case 'in':
      reader.expectSymbol('(');
      return { op: 'in', args: [left, reader.list(() => parser.expression(binding.or))] };
    default: {
      const isNegated = reader.skipWord('not');
      reader.expectWord('null');
      const test = { op: 'isNull', args: [left] };
      return isNegated ? { op: 'not', args: [test] } : test;
    }
  }
}
