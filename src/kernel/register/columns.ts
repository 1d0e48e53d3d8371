import { createHash } from 'node:crypto';
import { raw, type Sql } from 'sql-template-tag';
import type { Field } from './declaration.ts';

/** Columns that every register's table has; properties never begin with a single underscore (see `columnOf`). */
export const systemColumns = {
  entry: '_entry',
  record: '_record',
  born: '_born',
  validFrom: '_valid_from',
  validTo: '_valid_to',
  knownFrom: '_known_from',
  knownTo: '_known_to',
  geometry: '_geometry',
} as const;

/** `_known_to` of rows that nothing has superseded: the largest integer that both SQL and JavaScript hold. */
export const stillKnown = Number.MAX_SAFE_INTEGER;

const longestIdentifier = 63;

/** Quotes a name as an SQL identifier. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An identifier as a fragment of a statement. */
export function identifier(name: string): Sql {
  return raw(quote(name));
}

/** Shortens names that PostgreSQL would cut, keeping them distinct by a hash. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= longestIdentifier) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
  let head = name.slice(0, longestIdentifier - hash.length - 1);
  while (Buffer.byteLength(head) + hash.length + 1 > longestIdentifier) head = head.slice(0, -1);
  return `${head}~${hash}`;
}

/** Column of a property: its own name, with one more underscore where it begins with one. */
export function columnOf(property: string): string {
  return shorten(property.startsWith('_') ? `_${property}` : property);
}

/** Table of a register, quoted and with its schema. */
export function tableOf(registerId: string): string {
  return `register.${quote(shorten(registerId))}`;
}

/** SQL type of a field's column, collation included. */
export function columnType(field: Pick<Field, 'type'>): string {
  switch (field.type) {
    case 'string':
      return 'text collate "C"';
    case 'integer':
      return 'bigint';
    case 'number':
      return 'double precision';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    case 'timestamp':
      return 'timestamptz';
    case 'localized':
    case 'array':
    case 'object':
      return 'jsonb';
  }
}
