import { FilterError, refuse, type Violation } from './filter-error.ts';
import { defaultLimits, enforceLength, enforceLimits, type FilterLimits } from './limits.ts';
import { operatorOf } from './operators.ts';
import { parseJsonGeometry } from './parse-json-geometry.ts';
import { boundKind, parseDate, parseTimestamp } from './time-literal.ts';
import type { Call, Cql2Expression, IntervalBound } from './tree.ts';

interface Parse {
  readonly limits: FilterLimits;
  readonly violations: Violation[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads CQL2 JSON (OGC 21-065r2, Annex C), from text or already decoded, into the tree. Throws `FilterError` with
 * everything that is wrong, each with a JSON pointer. Operator names may be cased in any way.
 */
export function parseJson(source: unknown, limits: FilterLimits = defaultLimits): Cql2Expression {
  const parse: Parse = { limits, violations: [] };
  const tree = readExpression(typeof source === 'string' ? decode(source, limits) : source, '', parse, 1);
  if (parse.violations.length > 0) throw new FilterError(parse.violations);
  enforceLimits(tree, limits);
  return tree;
}

function decode(source: string, limits: FilterLimits): unknown {
  enforceLength(source, limits);
  if (source.trim() === '') throw refuse('', 'cql2-empty');
  try {
    return JSON.parse(source);
  } catch (error) {
    throw refuse('', 'cql2-not-json', { reason: (error as Error).message });
  }
}

function readExpression(value: unknown, pointer: string, parse: Parse, depth: number): Cql2Expression {
  if (depth > parse.limits.maxDepth) throw refuse('', 'cql2-too-deep', { limit: parse.limits.maxDepth });
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) violate(parse, pointer, 'cql2-number-range', { value: String(value) });
    return value + 0;
  }
  if (Array.isArray(value))
    return value.map((item, index) => readExpression(item, `${pointer}/${index}`, parse, depth + 1));
  if (typeof value === 'object' && value !== null) return readObject(value as Json, pointer, parse, depth);
  return violate(parse, pointer, 'cql2-not-an-expression', {});
}

function readObject(value: Json, pointer: string, parse: Parse, depth: number): Cql2Expression {
  if (typeof value.op === 'string') return readCall(value.op, value, pointer, parse, depth);
  if (typeof value.property === 'string') return { property: value.property };
  if (typeof value.date === 'string') {
    if (parseDate(value.date) === undefined)
      return violate(parse, `${pointer}/date`, 'cql2-not-a-date', { value: value.date.slice(0, 60) });
    return { date: value.date };
  }
  if (typeof value.timestamp === 'string') {
    if (parseTimestamp(value.timestamp) === undefined)
      return violate(parse, `${pointer}/timestamp`, 'cql2-not-a-timestamp', {
        value: value.timestamp.slice(0, 60),
      });
    return { timestamp: value.timestamp };
  }
  if (Array.isArray(value.interval)) return readInterval(value.interval, `${pointer}/interval`, parse, depth);
  if (typeof value.type === 'string')
    return parseJsonGeometry(value, pointer, parse.violations, depth) ?? false;
  if (Array.isArray(value.bbox)) {
    const { bbox } = value;
    if ((bbox.length !== 4 && bbox.length !== 6) || !bbox.every(Number.isFinite))
      return violate(parse, `${pointer}/bbox`, 'cql2-bbox-numbers', {});
    return { bbox: bbox.map((each: number) => each + 0) };
  }
  return violate(parse, pointer, 'cql2-not-an-expression', {});
}

function readCall(name: string, value: Json, pointer: string, parse: Parse, depth: number): Call {
  const operator = operatorOf(name);
  const op = operator?.name ?? name;
  if (!Array.isArray(value.args)) {
    violate(parse, `${pointer}/args`, 'cql2-arguments-missing', { op });
    return { op, args: [] };
  }
  const args = value.args.map((arg, index) =>
    readExpression(arg, `${pointer}/args/${index}`, parse, depth + 1),
  );
  if (operator && (args.length < operator.minimum || args.length > operator.maximum))
    violate(parse, `${pointer}/args`, 'cql2-argument-count', {
      op,
      expected: operator.minimum,
      found: args.length,
    });
  else if (op === 'in' && !(Array.isArray(args[1]) && args[1].length > 0))
    violate(parse, `${pointer}/args/1`, 'cql2-list-expected', { op });
  return { op, args };
}

function readInterval(
  bounds: readonly unknown[],
  pointer: string,
  parse: Parse,
  depth: number,
): Cql2Expression {
  if (bounds.length !== 2) return violate(parse, pointer, 'cql2-interval-bounds', { found: bounds.length });
  const read = (bound: unknown, index: number): IntervalBound => {
    const at = `${pointer}/${index}`;
    if (typeof bound === 'string') {
      if (!boundKind(bound)) violate(parse, at, 'cql2-not-a-time', { value: bound.slice(0, 60) });
      return bound;
    }
    const inner = readExpression(bound, at, parse, depth + 1);
    if (typeof inner === 'object' && 'date' in inner) return inner.date;
    if (typeof inner === 'object' && 'timestamp' in inner) return inner.timestamp;
    if (typeof inner === 'object' && ('property' in inner || 'op' in inner)) return inner as IntervalBound;
    violate(parse, at, 'cql2-not-a-time', { value: JSON.stringify(bound ?? null).slice(0, 60) });
    return '..';
  };
  return { interval: [read(bounds[0], 0), read(bounds[1], 1)] };
}

/** Notes what is wrong and goes on with a harmless value, so that all faults are found in one go. */
function violate(
  parse: Parse,
  pointer: string,
  code: string,
  params: NonNullable<Violation['params']>,
): boolean {
  parse.violations.push({ pointer, code, params });
  return false;
}
