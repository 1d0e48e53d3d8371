import type { Sql } from 'sql-template-tag';

/** One numbered step of the schema, made once and never changed after it was released. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly Sql[];
}
