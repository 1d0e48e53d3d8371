import { binding, infixBinding } from './binding.ts';
import { refuse } from './filter-error.ts';
import { isPlainName } from './identifier.ts';
import { operatorOf } from './operators.ts';
import {
  type Call,
  type Cql2Expression,
  type IntervalBound,
  isArray,
  isBbox,
  isCall,
  isDate,
  isInterval,
  isProperty,
  isTimestamp,
} from './tree.ts';
import { writeWkt } from './write-wkt.ts';

/** CQL2 text of a tree, with no more parentheses than needed; `parseText` reads the same tree back. */
export function writeText(tree: Cql2Expression): string {
  return write(tree, 0);
}

/** `tightness` is how tightly the surrounding operator binds; looser operators inside get parentheses. */
function write(node: Cql2Expression, tightness: number): string {
  if (typeof node === 'string') return writeString(node);
  if (typeof node === 'number') return String(node);
  if (typeof node === 'boolean') return node ? 'TRUE' : 'FALSE';
  if (isArray(node)) return list(node);
  if (isProperty(node)) return writeName(node.property);
  if (isDate(node)) return `DATE(${writeString(node.date)})`;
  if (isTimestamp(node)) return `TIMESTAMP(${writeString(node.timestamp)})`;
  if (isInterval(node)) return `INTERVAL(${node.interval.map(writeBound).join(',')})`;
  if (isBbox(node)) return `BBOX(${node.bbox.join(',')})`;
  if (!isCall(node)) return writeWkt(node);
  const { text, strength } = writeCall(node);
  return strength < tightness ? `(${text})` : text;
}

function list(items: readonly Cql2Expression[]): string {
  return `(${items.map((item) => write(item, 0)).join(',')})`;
}

function writeBound(bound: IntervalBound): string {
  return write(bound, 0);
}

function writeName(name: string): string {
  return isPlainName(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A quote after a backslash is written `\'`, since the backslash before `''` would swallow one of the two. */
function writeString(text: string): string {
  if (text.endsWith('\\')) throw refuse('', 'cql2-unwritable', { value: text.slice(0, 60) });
  return `'${text.replaceAll(/(\\?)'/g, (_, slash: string) => (slash ? "\\\\'" : "''"))}'`;
}

const asFunction = { text: '', strength: 9 };

function writeCall({ op, args }: Call): { text: string; strength: number } {
  const operator = operatorOf(op);
  const at = (index: number, tightness: number) => write(args[index]!, tightness);
  switch (operator?.family) {
    case 'logic': {
      const strength = infixBinding(op);
      return { text: args.map((arg) => write(arg, strength + 1)).join(` ${op.toUpperCase()} `), strength };
    }
    case 'not':
      return writeNot(args[0]!);
    case 'comparison':
      return { text: `${at(0, binding.sum)} ${op} ${at(1, binding.sum)}`, strength: binding.comparison };
    case 'arithmetic': {
      const strength = infixBinding(op);
      const [left, right] = op === '^' ? [strength + 1, strength] : [strength, strength + 1];
      const text = `${at(0, left)} ${op === 'div' ? 'DIV' : op} ${at(1, right)}`;
      return { text, strength };
    }
    case 'like':
    case 'between':
    case 'in':
      return { text: writeTest(op, args, ''), strength: binding.comparison };
    case 'isNull':
      return { text: `${at(0, binding.sum)} IS NULL`, strength: binding.comparison };
    case undefined:
      if (!isPlainName(op)) throw refuse('', 'cql2-unwritable', { value: op.slice(0, 60) });
      return { ...asFunction, text: `${op}${list(args)}` };
    default:
      return { ...asFunction, text: `${op.toUpperCase()}${list(args)}` };
  }
}

function writeTest(op: string, args: readonly Cql2Expression[], not: string): string {
  const value = write(args[0]!, binding.sum);
  if (op === 'like') return `${value} ${not}LIKE ${write(args[1]!, binding.sum)}`;
  if (op === 'in') return `${value} ${not}IN ${list(args[1] as readonly Cql2Expression[])}`;
  return `${value} ${not}BETWEEN ${write(args[1]!, binding.sum)} AND ${write(args[2]!, binding.sum)}`;
}

function writeNot(argument: Cql2Expression): { text: string; strength: number } {
  if (typeof argument === 'object' && isCall(argument)) {
    if (argument.op === 'isNull')
      return { text: `${write(argument.args[0]!, binding.sum)} IS NOT NULL`, strength: binding.comparison };
    if (['like', 'between', 'in'].includes(argument.op))
      return { text: writeTest(argument.op, argument.args, 'NOT '), strength: binding.comparison };
  }
  return { text: `NOT ${write(argument, binding.not)}`, strength: binding.not };
}
