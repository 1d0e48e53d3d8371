import * as fc from 'fast-check';
import type { QueryableType } from '../../../src/kernel/query/scope.ts';
import type { FilterRecord } from '../../../src/kernel/query/to-predicate.ts';
import type { SqlScope } from '../../../src/kernel/query/to-sql.ts';
import { columnType, identifier, quote } from '../../../src/kernel/register/columns.ts';
import type { Field } from '../../../src/kernel/register/declaration.ts';
import { date, geometry, integer, number, text, timestamp } from './random-filter.ts';

/** A table of every type of property, and random records for it with a third of their values missing. */
const randomFields: readonly Pick<Field, 'name' | 'type' | 'items'>[] = [
  { name: 's1', type: 'string' },
  { name: 's2', type: 'string' },
  { name: 'i1', type: 'integer' },
  { name: 'i2', type: 'integer' },
  { name: 'n1', type: 'number' },
  { name: 'n2', type: 'number' },
  { name: 'b1', type: 'boolean' },
  { name: 'd1', type: 'date' },
  { name: 't1', type: 'timestamp' },
  { name: 't2', type: 'timestamp' },
  { name: 'title', type: 'localized' },
  { name: 'tags', type: 'array', items: 'string' },
  { name: 'nums', type: 'array', items: 'integer' },
];

const types = new Map<string, QueryableType>([
  ...randomFields.map(({ name, type, items }) => [name, { type, items }] as const),
  ['geom', { type: 'geometry' }],
]);

export const randomScope: SqlScope = {
  property: (name) => types.get(name),
  column: identifier,
};

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });
const title = fc.oneof(
  fc.record({ az: text, en: text }),
  fc.record({ ar: text }),
  fc.constant({} as Record<string, string>),
);

const record: fc.Arbitrary<FilterRecord> = fc.record({
  properties: fc.record({
    s1: maybe(text),
    s2: maybe(text),
    i1: maybe(integer),
    i2: maybe(integer),
    n1: maybe(number),
    n2: maybe(number),
    b1: maybe(fc.boolean()),
    d1: maybe(date),
    t1: maybe(timestamp),
    t2: maybe(timestamp),
    title: maybe(title),
    tags: maybe(fc.array(text, { maxLength: 3 })),
    nums: maybe(fc.array(integer, { maxLength: 3 })),
  }),
  geometry: maybe(geometry),
});

/** The same records for the same seed. */
export function randomRecords(count: number, seed: number): FilterRecord[] {
  return fc.sample(record, { numRuns: count, seed });
}

/** Statement that makes the table, and one insert per record with its number as `row`. */
export function createTableText(table: string): string {
  const columns = randomFields.map((field) => `${quote(field.name)} ${columnType(field)}`);
  return `create table ${quote(table)} ("row" integer, ${columns.join(', ')}, geom geometry)`;
}

/** Values of a record's columns in their order, as parameters. */
export function columnValues({ properties }: FilterRecord): unknown[] {
  return randomFields.map(({ name, type }) => {
    const value = properties[name] ?? null;
    return value !== null && (type === 'localized' || type === 'array') ? JSON.stringify(value) : value;
  });
}

export function columnCasts(): string[] {
  return randomFields.map((field) => columnType(field).replace(/ collate .*/, ''));
}
