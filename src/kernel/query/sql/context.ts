import type { Sql } from 'sql-template-tag';
import type { QueryScope } from '../scope.ts';
import type { Cql2Expression } from '../tree.ts';

/** A scope that knows where the values are: one SQL expression, normally a column, for each property. */
export interface SqlScope extends QueryScope {
  /**
   * Of the SQL type that belongs to the property's type: text (collation "C"), bigint, double precision, boolean, date,
   * timestamptz, jsonb (localized, array, object), geometry (SRID 4326, x = longitude).
   */
  column(name: string): Sql;
}

export type SqlType = 'text' | 'bigint' | 'double' | 'boolean' | 'date' | 'timestamp';

export interface SqlScalar {
  readonly sql: Sql;
  readonly type: SqlType;
}

/** What the compilers of the parts hand to one another. */
export interface SqlContext {
  readonly scope: SqlScope;
  /** The text in one language of localized properties that are being gone through. */
  readonly texts: ReadonlyMap<string, Sql>;
  scalar(node: Cql2Expression): SqlScalar;
  truth(node: Cql2Expression): Sql;
}
