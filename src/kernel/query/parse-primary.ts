import { binding } from './binding.ts';
import { refuse } from './filter-error.ts';
import { type Operator, operatorOf } from './operators.ts';
import { parseDateLiteral, parseIntervalLiteral, parseTimestampLiteral } from './parse-temporal.ts';
import { isWktStart, parseBbox, parseWkt } from './parse-wkt.ts';
import type { TextParser } from './text-parser.ts';
import { finite } from './token-reader.ts';
import { type Cql2Expression, isArray } from './tree.ts';

const literals: Readonly<Record<string, (parser: TextParser) => Cql2Expression>> = {
  date: parseDateLiteral,
  timestamp: parseTimestampLiteral,
  interval: parseIntervalLiteral,
  bbox: ({ reader }) => parseBbox(reader),
};

/** Words that cannot stand where an operand should. */
const misplaced = new Set(['and', 'or', 'like', 'between', 'in', 'is', 'null', 'div']);

/** Reads what stands between operators: a literal, a property, a function or something in parentheses. */
export function parsePrimary(parser: TextParser): Cql2Expression {
  const { reader } = parser;
  const token = reader.peek();
  switch (token.kind) {
    case 'number':
      return finite(1, reader.take());
    case 'string':
      return reader.take().text;
    case 'quoted':
      return property(parser);
    case 'name':
      return parseNamed(parser);
    case 'symbol':
      if (token.text === '(') return parseParentheses(parser);
      if (token.text === '-' || token.text === '+') return parseSigned(parser);
  }
  throw reader.unexpected();
}

function property({ reader, positions }: TextParser): Cql2Expression {
  const token = reader.take();
  const reference = { property: token.text };
  positions.set(reference, token.at);
  return reference;
}

function parseNamed(parser: TextParser): Cql2Expression {
  const { reader } = parser;
  const word = reader.peek().text.toLowerCase();
  if (isWktStart(reader)) return parseWkt(reader);
  if (reader.isSymbol('(', 1))
    return Object.hasOwn(literals, word) ? literals[word]!(parser) : parseCall(parser);
  if (word === 'true' || word === 'false') {
    reader.take();
    return word === 'true';
  }
  if (misplaced.has(word)) throw reader.unexpected();
  return property(parser);
}

/** `name(arguments)`: an operator in function form, or a function. */
function parseCall(parser: TextParser): Cql2Expression {
  const { reader, positions } = parser;
  const { text: name, at } = reader.take();
  reader.take();
  const operator = operatorOf(name);
  const argument = () =>
    operator?.family === 'array' ? parseArrayElement(parser) : parser.expression(binding.or);
  const args = reader.skipSymbol(')') ? [] : reader.list(argument);
  const call = operator ? operatorCall(operator, args, at) : { op: name, args };
  positions.set(call, at);
  return call;
}

function operatorCall(
  operator: Operator,
  given: Cql2Expression[],
  position: number,
): { op: string; args: Cql2Expression[] } {
  const { name: op, family, minimum, maximum } = operator;
  const [first, ...rest] = given;
  let args = given;
  if (family === 'in' && first !== undefined && rest.length > 0)
    args = [first, rest.length === 1 && isArray(rest[0]!) ? rest[0] : rest];
  if (args.length < minimum || args.length > maximum)
    throw refuse('', 'cql2-argument-count', {
      position,
      op: op.toUpperCase(),
      expected: minimum,
      found: args.length,
    });
  return { op, args };
}

/** A sign before a number belongs to it; before anything else it multiplies by -1. */
function parseSigned(parser: TextParser): Cql2Expression {
  const { reader } = parser;
  const isNegative = reader.take().text === '-';
  if (reader.peek().kind === 'number') return finite(isNegative ? -1 : 1, reader.take());
  const operand = parser.expression(binding.power);
  return isNegative ? { op: '*', args: [-1, operand] } : operand;
}

/** `(x)` is x; `(x, y)` and `()` are arrays. */
function parseParentheses(parser: TextParser): Cql2Expression {
  const { reader } = parser;
  reader.take();
  if (reader.skipSymbol(')')) return [];
  const items = reader.list(() => parser.expression(binding.or));
  return items.length === 1 ? items[0]! : items;
}

/** Where arrays are expected, `(x)` is an array of one, unless an operator follows. */
function parseArrayElement(parser: TextParser): Cql2Expression {
  const { reader } = parser;
  if (!reader.isSymbol('(') || !closesBeforeComma(parser)) return parser.expression(binding.or);
  reader.take();
  if (reader.skipSymbol(')')) return [];
  return reader.nested(() => reader.list(() => parseArrayElement(parser)));
}

/** Whether the parenthesis that opens here is followed, where it closes, by `,` or `)`. */
function closesBeforeComma({ reader }: TextParser): boolean {
  let depth = 0;
  for (let ahead = 0; ahead < 4 * reader.limits.maxNodes; ahead++) {
    if (reader.isSymbol('(', ahead)) depth++;
    else if (reader.isSymbol(')', ahead) && --depth === 0)
      return reader.isSymbol(',', ahead + 1) || reader.isSymbol(')', ahead + 1);
    if (reader.peek(ahead).kind === 'end') return false;
  }
  return false;
}
