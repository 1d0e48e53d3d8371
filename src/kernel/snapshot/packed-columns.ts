import { join, raw, type Sql } from 'sql-template-tag';
import { columnOf, quote, systemColumns as system } from '../register/columns.ts';
import type { Field } from '../register/declaration.ts';
import type { RowShape } from '../register/row.ts';

/** Numbers of the fields that every packed row begins with; the register's own come after them. */
export const packedFields = {
  record: 0,
  born: 1,
  entry: 2,
  knownFrom: 3,
  from: 4,
  to: 5,
  geometry: 6,
  first: 7,
} as const;

const milliseconds = (column: string) => `(extract(epoch from t.${column}) * 1000)::float8`;

/** What is selected of the table `t` so that rows can be packed from binary tuples. */
export function packedColumns({ fields, epsg }: RowShape): Sql {
  return join([
    raw(`t.${system.record}`),
    raw(`t.${system.born}`),
    raw(`t.${system.entry}`),
    raw(`t.${system.knownFrom}`),
    raw(milliseconds(system.validFrom)),
    raw(milliseconds(system.validTo)),
    raw(epsg === null ? 'null' : `t.${system.geometry}`),
    ...fields.map((field) => raw(`t.${quote(columnOf(field.name))}${castOf(field)}`)),
  ]);
}

/** Dates, instants and JSON come as the text that they are served as. */
function castOf({ type }: Field): string {
  const isBinary = type === 'integer' || type === 'number' || type === 'boolean';
  return isBinary || type === 'string' ? '' : '::text';
}
