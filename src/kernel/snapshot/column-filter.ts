import { operatorOf } from '../query/operators.ts';
import type { QueryScope } from '../query/scope.ts';
import { compilePredicate, type FilterRecord } from '../query/to-predicate.ts';
import { type Call, type Cql2Expression, isCall, isDate, isProperty } from '../query/tree.ts';
import { type Column, columnValue, dayOf, noDay } from './column.ts';

type Truth = boolean | null;

/** Truth of a filter for a row; null is "unknown". */
export type RowTest = (row: number) => Truth;

/**
 * Compiles a checked filter into a test of rows by their columns. Undefined where it asks for something that is not in
 * a column: a place, an id, a text in several languages, an instant, a list.
 */
export function compileRowTest(
  expr: Cql2Expression,
  columns: ReadonlyMap<string, Column>,
  scope: QueryScope,
): RowTest | undefined {
  if (typeof expr === 'object' && isCall(expr)) {
    const family = operatorOf(expr.op)?.family;
    if (family === 'logic') return logic(expr, columns, scope);
    if (family === 'not') {
      const inner = compileRowTest(expr.args[0]!, columns, scope);
      return inner && ((row) => negated(inner(row)));
    }
  }
  const names = propertiesOf(expr);
  const used = names?.map((name) => columns.get(name));
  if (!used || used.includes(undefined)) return undefined;
  const asked = used as readonly Column[];
  if (asked.length === 1 && asked[0]!.kind === 'coded') return byCode(expr, asked[0]!, scope);
  return numeric(expr, asked) ?? byValue(expr, asked, scope);
}

function negated(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function logic(
  { op, args }: Call,
  columns: ReadonlyMap<string, Column>,
  scope: QueryScope,
): RowTest | undefined {
  const parts = args.map((arg) => compileRowTest(arg, columns, scope));
  if (parts.includes(undefined)) return undefined;
  const tests = parts as readonly RowTest[];
  const decisive = op === 'or';
  return (row) => {
    let result: Truth = !decisive;
    for (const test of tests) {
      const truth = test(row);
      if (truth === decisive) return decisive;
      if (truth === null) result = null;
    }
    return result;
  };
}

/** Names of the properties that an expression asks for; undefined where it asks for more than properties. */
function propertiesOf(expr: Cql2Expression): readonly string[] | undefined {
  const names = new Set<string>();
  const visit = (node: unknown): boolean => {
    if (Array.isArray(node)) return node.every(visit);
    if (typeof node !== 'object' || node === null) return true;
    const part = node as Cql2Expression & object;
    if (isProperty(part)) return names.add(part.property) !== undefined;
    if (isCall(part)) return operatorOf(part.op)?.family !== 'spatial' && part.args.every(visit);
    return Object.values(part).every(visit);
  };
  return visit(expr) ? [...names] : undefined;
}

/** What asks for one coded column alone has one truth for each code: all are told once, before the first row. */
function byCode(expr: Cql2Expression, column: Column, scope: QueryScope): RowTest {
  const test = compilePredicate(expr, scope);
  const truths = [null, ...column.values!].map((value) =>
    test({ properties: { [column.name]: value }, geometry: null }),
  );
  const { numbers } = column;
  return (row) => truths[numbers[row]!]!;
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** A comparison of a number or a date with a constant needs no value made of it. */
function numeric(expr: Cql2Expression, [column, other]: readonly Column[]): RowTest | undefined {
  if (other || !column || typeof expr !== 'object' || !isCall(expr)) return undefined;
  const compare = comparisons[expr.op];
  const [left, right] = expr.args;
  if (!compare || typeof left !== 'object' || !isProperty(left)) return undefined;
  const { numbers } = column;
  if (column.kind === 'number' && typeof right === 'number')
    return (row) => (Number.isNaN(numbers[row]!) ? null : compare(numbers[row]!, right));
  if (column.kind !== 'date' || typeof right !== 'object' || !isDate(right)) return undefined;
  const day = dayOf(right.date);
  if (day === undefined) return undefined;
  return (row) => (numbers[row] === noDay ? null : compare(numbers[row]!, day));
}

/** Everything else is asked of a record whose properties are read from the columns. */
function byValue(expr: Cql2Expression, columns: readonly Column[], scope: QueryScope): RowTest {
  const test = compilePredicate(expr, scope);
  let at = 0;
  const properties: Record<string, unknown> = {};
  for (const column of columns)
    Object.defineProperty(properties, column.name, { enumerable: true, get: () => columnValue(column, at) });
  const record: FilterRecord = { properties, geometry: null };
  return (row) => {
    at = row;
    return test(record);
  };
}
