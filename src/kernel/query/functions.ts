import sql, { join, raw, type Sql } from 'sql-template-tag';
import { lowerSql, upperSql } from './letters.ts';

/** Types that functions take and give. */
export type FunctionType = 'text' | 'number';
export type FunctionValue = string | number | null;

/** A function that filters may call: once for the database, once for memory. Null in, null out. */
export interface FilterFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly FunctionType[];
  /** More arguments of the last parameter's type may follow. */
  readonly isVariadic?: boolean;
  readonly returns: FunctionType;
  /** Arguments are of the parameters' types and not null; null is "no value", for example of `sqrt(-1)`. */
  js(...args: never[]): FunctionValue;
  /** Arguments are `text` or `double precision`; may not fail at run time. */
  sql(...args: Sql[]): Sql;
}

const ofText = { parameters: ['text'], returns: 'text' } as const;
const ofNumber = { parameters: ['number'], returns: 'number' } as const;

/** Every function of the server, as OGC API - Features' resource `/functions` lists them. */
export const filterFunctions: readonly FilterFunction[] = [
  {
    ...ofText,
    name: 'lower',
    description: 'The text in lower case.',
    js: (text: string) => text.toLowerCase(),
    sql: lowerSql,
  },
  {
    ...ofText,
    name: 'upper',
    description: 'The text in upper case.',
    js: (text: string) => text.toUpperCase(),
    sql: upperSql,
  },
  {
    ...ofText,
    name: 'trim',
    description: 'The text without spaces at its ends.',
    js: (text: string) => text.replace(/^ +/, '').replace(/ +$/, ''),
    sql: (text) => sql`btrim(${text})`,
  },
  {
    name: 'length',
    parameters: ['text'],
    returns: 'number',
    description: 'Number of characters (Unicode code points).',
    js: (text: string) => [...text].length,
    sql: (text) => sql`char_length(${text})::double precision`,
  },
  {
    ...ofNumber,
    name: 'abs',
    description: 'The number without its sign.',
    js: Math.abs,
    sql: (x) => sql`abs(${x})`,
  },
  {
    ...ofNumber,
    name: 'floor',
    description: 'Nearest integer below.',
    js: Math.floor,
    sql: (x) => sql`floor(${x})`,
  },
  {
    ...ofNumber,
    name: 'ceil',
    description: 'Nearest integer above.',
    js: Math.ceil,
    sql: (x) => sql`ceil(${x})`,
  },
  {
    ...ofNumber,
    name: 'round',
    description: 'Nearest integer; halves go up.',
    js: (x: number) => Math.floor(x + 0.5),
    sql: (x) => sql`floor(${x} + 0.5::double precision)`,
  },
  {
    ...ofNumber,
    name: 'sqrt',
    description: 'Square root; no value for negative numbers.',
    js: (x: number) => (x < 0 ? null : Math.sqrt(x)),
    sql: (x) => sql`(select case when x >= 0 then sqrt(x) end from (select ${x} as x offset 0) s)`,
  },
  {
    ...ofNumber,
    name: 'least',
    isVariadic: true,
    description: 'The smallest of the numbers; no value where one has none.',
    js: Math.min,
    sql: (...xs) => extreme('least', xs),
  },
  {
    ...ofNumber,
    name: 'greatest',
    isVariadic: true,
    description: 'The largest of the numbers; no value where one has none.',
    js: Math.max,
    sql: (...xs) => extreme('greatest', xs),
  },
];

/**
 * SQL's own `least` and `greatest` skip nulls; ours do not, so that null in stays null out. `offset 0` keeps the planner
 * from copying the arguments to every place that names them, which would double each level of nesting.
 */
function extreme(name: 'least' | 'greatest', args: readonly Sql[]): Sql {
  const names = args.map((_, index) => raw(`x${index}`));
  const columns = join(args.map((arg, index) => sql`${arg} as ${names[index]}`));
  return sql`(select case when num_nulls(${join(names)}) = 0 then ${raw(name)}(${join(names)}) end
    from (select ${columns} offset 0) s)`;
}

const aliases: Readonly<Record<string, string>> = { char_length: 'length', ceiling: 'ceil' };
const byName = new Map(filterFunctions.map((each) => [each.name, each]));

/** The function of that name, however it is cased. */
export function functionOf(name: string): FilterFunction | undefined {
  const lower = name.toLowerCase();
  return byName.get(aliases[lower] ?? lower);
}
