/** A statement that the database refused, alike on both engines; `code` is the SQLSTATE (`23505`, `40001`, …). */
export class DatabaseError extends Error {
  readonly code: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly where: string | undefined;

  constructor(fields: DatabaseErrorFields) {
    super(fields.message);
    this.name = 'DatabaseError';
    this.code = fields.code;
    this.detail = fields.detail;
    this.hint = fields.hint;
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.column = fields.column;
    this.where = fields.where;
  }
}

/** What a server's error message says of itself; can be cloned into another thread. */
export interface DatabaseErrorFields {
  readonly message: string;
  readonly code: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
  readonly where?: string | undefined;
}

/** The fields of a driver's error where it is one that the server sent, else undefined. */
export function errorFields(error: unknown): DatabaseErrorFields | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined;
  const { message, code, detail, hint, constraint, table, column, where } = error as Error &
    DatabaseErrorFields;
  return { message, code: String(code), detail, hint, constraint, table, column, where };
}

/** Gives the server's errors the one shape that both engines have; anything else stays what it was. */
export function asDatabaseError(error: unknown): unknown {
  const fields = errorFields(error);
  return fields === undefined ? error : new DatabaseError(fields);
}
