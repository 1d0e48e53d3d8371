import type { Geometry } from 'geojson';

/**
 * The expression tree of a filter. It *is* the CQL2 JSON encoding (OGC 21-065r2, Annex C), so a stored filter,
 * a filter on the wire and a filter in memory are one thing.
 */
export type Cql2Expression =
  | string
  | number
  | boolean
  | PropertyRef
  | DateLiteral
  | TimestampLiteral
  | IntervalLiteral
  | BboxLiteral
  | Geometry
  | Call
  | readonly Cql2Expression[];

export interface PropertyRef {
  readonly property: string;
}

/** `YYYY-MM-DD`. */
export interface DateLiteral {
  readonly date: string;
}

/** RFC 3339 timestamp. */
export interface TimestampLiteral {
  readonly timestamp: string;
}

/** `..` is open; other strings are dates or timestamps. Both ends belong to the interval. */
export interface IntervalLiteral {
  readonly interval: readonly [IntervalBound, IntervalBound];
}

export type IntervalBound = string | PropertyRef | Call;

/** West, south, (minimum height,) east, north(, maximum height); west > east crosses the antimeridian. */
export interface BboxLiteral {
  readonly bbox: readonly number[];
}

/** An operator or a function with its arguments. */
export interface Call {
  readonly op: string;
  readonly args: readonly Cql2Expression[];
}

export function isArray(node: Cql2Expression): node is readonly Cql2Expression[] {
  return Array.isArray(node);
}

export function isCall(node: Cql2Expression): node is Call {
  return typeof node === 'object' && 'op' in node;
}

export function isProperty(node: Cql2Expression): node is PropertyRef {
  return typeof node === 'object' && 'property' in node;
}

export function isDate(node: Cql2Expression): node is DateLiteral {
  return typeof node === 'object' && 'date' in node;
}

export function isTimestamp(node: Cql2Expression): node is TimestampLiteral {
  return typeof node === 'object' && 'timestamp' in node;
}

export function isInterval(node: Cql2Expression): node is IntervalLiteral {
  return typeof node === 'object' && 'interval' in node;
}

export function isBbox(node: Cql2Expression): node is BboxLiteral {
  return typeof node === 'object' && 'bbox' in node && !('type' in node);
}

export function isGeometry(node: Cql2Expression): node is Geometry {
  return typeof node === 'object' && 'type' in node;
}

/** The expressions directly inside one. */
export function childrenOf(node: Cql2Expression): readonly Cql2Expression[] {
  if (isArray(node)) return node;
  if (typeof node !== 'object') return [];
  if (isCall(node)) return node.args;
  if (isInterval(node)) return node.interval;
  return [];
}

/** True where no record is needed to know the value. */
export function isConstant(node: Cql2Expression): boolean {
  return !isProperty(node) && childrenOf(node).every(isConstant);
}
