import { refuse } from './filter-error.ts';
import { namePattern } from './identifier.ts';
import type { FilterLimits } from './limits.ts';

/** One piece of CQL2 text. `at` counts characters from 1. */
export interface Token {
  readonly kind: 'name' | 'quoted' | 'string' | 'number' | 'symbol' | 'end';
  /** The value: names unquoted, strings unescaped, numbers and symbols as written. */
  readonly text: string;
  readonly at: number;
}

const space = /[\s\u00a0\ufeff]+/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const symbol = /<>|<=|>=|[=<>()+\-*/%^,]/y;
const quotedName = /"((?:[^"]|"")+)"/y;

/** Splits CQL2 text into tokens; throws `FilterError` with the position of what it cannot read. */
export function tokenize(source: string, limits: FilterLimits): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    const match = pattern.exec(source);
    if (match) index = pattern.lastIndex;
    return match;
  };
  // A node of the tree takes a few tokens, and so does a position of a geometry.
  const most = 8 * (limits.maxNodes + limits.maxPositions);
  for (;;) {
    if (tokens.length > most) throw refuse('', 'cql2-too-many-nodes', { limit: limits.maxNodes });
    take(space);
    const at = index + 1;
    if (index >= source.length) {
      tokens.push({ kind: 'end', text: '', at });
      return tokens;
    }
    let match: RegExpExecArray | null;
    if (source[index] === "'") {
      const [text, end] = readString(source, index);
      tokens.push({ kind: 'string', text, at });
      index = end;
    } else if ((match = take(number))) tokens.push({ kind: 'number', text: match[0], at });
    else if ((match = take(symbol))) tokens.push({ kind: 'symbol', text: match[0], at });
    else if ((match = take(quotedName)))
      tokens.push({ kind: 'quoted', text: match[1]!.replaceAll('""', '"'), at });
    else if ((match = take(namePattern))) tokens.push({ kind: 'name', text: match[0], at });
    else throw unreadable(source, index, at);
  }
}

function unreadable(source: string, index: number, at: number): Error {
  if (source[index] === '"') return refuse('', 'cql2-unterminated', { position: at, expected: '"' });
  return refuse('', 'cql2-unexpected-character', {
    position: at,
    found: String.fromCodePoint(source.codePointAt(index)!),
  });
}

/** Characters between single quotes; a quote inside is written `''` or `\'`. Returns the value and where it ends. */
function readString(source: string, from: number): [string, number] {
  let text = '';
  for (let i = from + 1; i < source.length; i++) {
    const char = source[i]!;
    const next = source[i + 1];
    if ((char === '\\' || char === "'") && next === "'") {
      text += "'";
      i++;
    } else if (char === "'") return [text, i + 1];
    else text += char;
  }
  throw refuse('', 'cql2-unterminated', { position: from + 1, expected: "'" });
}
