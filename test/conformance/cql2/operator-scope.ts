import type { QueryableType } from '../../../src/kernel/query/scope.ts';
import type { SqlScope } from '../../../src/kernel/query/to-sql.ts';
import { identifier } from '../../../src/kernel/register/columns.ts';
import type { Field } from '../../../src/kernel/register/declaration.ts';

/** Queryables of `cql2testdata.ndjson`; `nfield` holds true, false, null or nothing. */
export const operatorFields: readonly Pick<Field, 'name' | 'type' | 'items'>[] = [
  { name: 'intfield', type: 'integer' },
  { name: 'textfield', type: 'string' },
  { name: 'floatfield', type: 'number' },
  { name: 'boolfield', type: 'boolean' },
  { name: 'datefield', type: 'date' },
  { name: 'ts_start', type: 'timestamp' },
  { name: 'ts_end', type: 'timestamp' },
  { name: 'intarrayfield', type: 'array', items: 'integer' },
  { name: 'nfield', type: 'boolean' },
];

const types = new Map<string, QueryableType>([
  ...operatorFields.map(({ name, type, items }) => [name, { type, items }] as const),
  ['geom', { type: 'geometry' }],
]);

export const operatorScope: SqlScope = {
  property: (name) => types.get(name),
  names: () => [...types.keys()],
  column: identifier,
};
