import { binding } from './binding.ts';
import { refuse } from './filter-error.ts';
import type { TextParser } from './text-parser.ts';
import { boundKind, parseDate, parseTimestamp } from './time-literal.ts';
import { type Cql2Expression, type IntervalBound, isCall, isProperty } from './tree.ts';

/** Reads `DATE('…')`. */
export function parseDateLiteral({ reader }: TextParser): Cql2Expression {
  return { date: quotedArgument(reader, (text) => parseDate(text) !== undefined, 'cql2-not-a-date') };
}

/** Reads `TIMESTAMP('…')`. */
export function parseTimestampLiteral({ reader }: TextParser): Cql2Expression {
  const isTimestamp = (text: string) => parseTimestamp(text) !== undefined;
  return { timestamp: quotedArgument(reader, isTimestamp, 'cql2-not-a-timestamp') };
}

function quotedArgument(
  reader: TextParser['reader'],
  isRight: (text: string) => boolean,
  code: string,
): string {
  reader.take();
  reader.expectSymbol('(');
  if (reader.peek().kind !== 'string') throw reader.unexpected("'");
  const { text, at } = reader.take();
  if (!isRight(text)) throw refuse('', code, { position: at, value: text.slice(0, 60) });
  reader.expectSymbol(')');
  return text;
}

/** Reads `INTERVAL(from, to)`; each end is `'..'`, a date or timestamp in quotes, a property or a function. */
export function parseIntervalLiteral(parser: TextParser): Cql2Expression {
  const { reader } = parser;
  reader.take();
  reader.expectSymbol('(');
  const from = parseBound(parser);
  reader.expectSymbol(',');
  const to = parseBound(parser);
  reader.expectSymbol(')');
  return { interval: [from, to] };
}

function parseBound(parser: TextParser): IntervalBound {
  const { reader } = parser;
  const { kind, text, at } = reader.peek();
  if (kind === 'string') {
    if (!boundKind(text)) throw refuse('', 'cql2-not-a-time', { position: at, value: text.slice(0, 60) });
    return reader.take().text;
  }
  const bound = parser.expression(binding.power);
  if (typeof bound === 'object' && 'date' in bound) return bound.date;
  if (typeof bound === 'object' && 'timestamp' in bound) return bound.timestamp;
  if (isProperty(bound) || isCall(bound)) return bound;
  throw refuse('', 'cql2-unexpected', { position: at, found: text, expected: "'2020-01-01'" });
}
