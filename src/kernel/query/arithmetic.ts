import sql, { type Sql } from 'sql-template-tag';
import type { ArithmeticOperator } from './operators.ts';

/**
 * Arithmetic in double precision that never fails: what has no value (division by zero, a root of a negative number) or
 * leaves the range of about 1e±300 is null. Once in JavaScript, once in SQL, deciding by the same formulas, since
 * PostgreSQL raises errors where JavaScript gives Infinity or NaN.
 */
interface Arithmetic {
  js(a: number, b: number): number | null;
  /** Value in terms of the columns `a` and `b`, neither of which is null. */
  readonly sql: Sql;
}

/** Natural logarithm of 1e300, rounded down. */
const largestLog = 690;
const largestTerm = 1e307;
const largestExponent = 1e15;
const smallestExponent = 1e-290;

function isQuotientInRange(a: number, b: number): boolean {
  return Math.abs(Math.log(Math.abs(a)) - Math.log(Math.abs(b))) <= largestLog;
}

function areTerms(a: number, b: number): boolean {
  return Math.abs(a) <= largestTerm && Math.abs(b) <= largestTerm;
}

/** `of(a, b)` where the quotient of the two has a value. */
function withQuotient(of: (a: number, b: number) => number) {
  return (a: number, b: number): number | null => {
    if (b === 0) return null;
    if (a === 0) return 0;
    return isQuotientInRange(a, b) ? of(a, b) : null;
  };
}

function power(a: number, b: number): number | null {
  if (a === 0) return b > 0 ? 0 : b === 0 ? 1 : null;
  if (Math.abs(b) < smallestExponent) return 1;
  if (Math.abs(b) > largestExponent || (a < 0 && b !== Math.floor(b))) return null;
  return Math.abs(b * Math.log(Math.abs(a))) > largestLog ? null : a ** b;
}

const zero = sql`0::double precision`;
const withTerms = (of: Sql) => sql`case when abs(a) <= 1e307 and abs(b) <= 1e307 then ${of} end`;
const withQuotientSql = (of: Sql) =>
  sql`case when b = 0 then null when a = 0 then ${zero} when abs(ln(abs(a)) - ln(abs(b))) <= 690 then ${of} end`;

const operations: Readonly<Record<ArithmeticOperator, Arithmetic>> = {
  '+': { js: (a, b) => (areTerms(a, b) ? a + b : null), sql: withTerms(sql`a + b`) },
  '-': { js: (a, b) => (areTerms(a, b) ? a - b : null), sql: withTerms(sql`a - b`) },
  '*': {
    js: (a, b) => {
      if (a === 0 || b === 0) return 0;
      return Math.abs(Math.log(Math.abs(a)) + Math.log(Math.abs(b))) <= largestLog ? a * b : null;
    },
    sql: sql`case when a = 0 or b = 0 then ${zero} when abs(ln(abs(a)) + ln(abs(b))) <= 690 then a * b end`,
  },
  '/': { js: withQuotient((a, b) => a / b), sql: withQuotientSql(sql`a / b`) },
  div: { js: withQuotient((a, b) => Math.trunc(a / b)), sql: withQuotientSql(sql`trunc(a / b)`) },
  '%': {
    js: withQuotient((a, b) => a - b * Math.trunc(a / b)),
    sql: withQuotientSql(sql`a - b * trunc(a / b)`),
  },
  '^': {
    js: power,
    sql: sql`case when a = 0 then case when b > 0 then ${zero} when b = 0 then 1 end
      when abs(b) < 1e-290 then 1
      when abs(b) > 1e15 or (a < 0 and b <> floor(b)) then null
      when abs(b * ln(abs(a))) <= 690 then power(a, b) end`,
  },
};

/** Value of an operation in memory; null is "no value". */
export function calculate(op: ArithmeticOperator, a: number, b: number): number | null {
  return operations[op].js(a, b);
}

/** The same in SQL, of two `double precision` expressions, each of which is evaluated once. */
export function calculateSql(op: ArithmeticOperator, a: Sql, b: Sql): Sql {
  return sql`(select case when a is not null and b is not null then ${operations[op].sql} end
    from (select ${a} as a, ${b} as b offset 0) o)`;
}
