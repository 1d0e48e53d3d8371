import { encodeWkbHex } from '../geo/wkb.ts';
import { columnOf, quote, systemColumns as system, tableOf } from '../register/columns.ts';
import type { Field } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Body, Position } from './entry.ts';
import { sqlInstant } from './instant.ts';

/** Rows leave for the database as lines of PostgreSQL's COPY text format, on both engines. */
export const entryTarget = 'ufuq.entry (position, register, record, valid_from, valid_to, body)';

export interface EntryLine {
  readonly position: Position;
  readonly registerNumber: number;
  readonly record: string;
  readonly from: number;
  readonly to: number;
  /** Canonical JSON, or null for "is absent". */
  readonly body: string | null;
}

export function entryLine(entry: EntryLine): string {
  const body = entry.body === null ? '\\N' : escapeText(entry.body);
  return `${entry.position}\t${entry.registerNumber}\t${escapeText(entry.record)}\t${sqlInstant(entry.from)}\t${sqlInstant(entry.to)}\t${body}\n`;
}

/** COPY target of a register's table; columns stand in the order in which `rowLine` writes them. */
export function rowTarget(register: Register): string {
  const columns = [...Object.values(system), ...register.fields.map((field) => quote(columnOf(field.name)))];
  return `${tableOf(register.id)} (${columns.join(', ')})`;
}

export interface RowLine {
  readonly entry: Position;
  readonly record: string;
  readonly born: Position;
  readonly from: number;
  readonly to: number;
  readonly knownFrom: Position;
  readonly knownTo: Position;
  readonly body: Body;
}

export function rowLine(row: RowLine, fields: readonly Field[]): string {
  const { geometry, properties } = row.body;
  let line = `${row.entry}\t${escapeText(row.record)}\t${row.born}\t${sqlInstant(row.from)}\t${sqlInstant(row.to)}\t${row.knownFrom}\t${row.knownTo}\t`;
  line += geometry === null ? '\\N' : encodeWkbHex(geometry, { srid: 4326 });
  for (const field of fields) line += `\t${copyValue(properties[field.name])}`;
  return `${line}\n`;
}

/** The body as the log keeps it: nothing but what is said, properties without a value left out. */
export function bodyText(body: Body): string {
  const properties: Record<string, unknown> = {};
  for (const name in body.properties) {
    const value = body.properties[name];
    if (value !== null && value !== undefined) properties[name] = value;
  }
  return canonicalJson({ geometry: body.geometry, properties });
}

function copyValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return escapeText(value);
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 't' : 'f';
    default:
      return value === null || value === undefined ? '\\N' : escapeText(JSON.stringify(value));
  }
}

const special = /[\\\t\n\r]/;

function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
