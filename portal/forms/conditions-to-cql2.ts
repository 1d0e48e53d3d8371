import type { FieldKind, PortalField } from '../api/schema.ts';
import { type Condition, type Conditions, isComplete, type Operator } from './condition.ts';

/** Words that CQL2 Text keeps for itself: a property of that name is quoted. */
const reserved = new Set(
  `and or not like in between is null casei accenti true false date timestamp interval div point linestring polygon
  multipoint multilinestring multipolygon geometrycollection bbox`.split(/\s+/),
);

const signs: Partial<Record<Operator, string>> = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' };

/** The rows as CQL2 Text (OGC 21-065); undefined where no row is complete. */
export function conditionsToCql2(
  { join, rows }: Conditions,
  fields: readonly PortalField[],
): string | undefined {
  const parts = rows.filter(isComplete).map((row) =>
    conditionText(
      row,
      fields.find(({ name }) => name === row.field),
    ),
  );
  return parts.length === 0 ? undefined : parts.join(` ${join.toUpperCase()} `);
}

/** A property name, quoted where CQL2 could take it for something else. */
export function propertyText(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !reserved.has(name.toLowerCase())
    ? name
    : `"${name.replaceAll('"', '""')}"`;
}

function conditionText({ field: name, operator, values }: Condition, field: PortalField | undefined): string {
  const property = propertyText(name);
  const kind = field?.kind ?? 'string';
  const literals = values.filter((value) => value !== '').map((value) => literalText(value, kind));
  const [first = ''] = values;
  switch (operator) {
    case 'null':
      return `${property} IS NULL`;
    case 'notNull':
      return `${property} IS NOT NULL`;
    case 'in':
      return `${property} IN (${literals.join(', ')})`;
    case 'between':
      return `${property} BETWEEN ${literals[0]} AND ${literals[1]}`;
    case 'contains':
      return `CASEI(${property}) LIKE CASEI(${quoted(`%${escapePattern(first)}%`)})`;
    case 'starts':
      return `CASEI(${property}) LIKE CASEI(${quoted(`${escapePattern(first)}%`)})`;
    default:
      return `${property} ${signs[operator]} ${literals[0]}`;
  }
}

function literalText(value: string, kind: FieldKind): string {
  switch (kind) {
    case 'integer':
    case 'number':
      return Number.isFinite(Number(value)) ? String(Number(value)) : quoted(value);
    case 'boolean':
      return value === 'true' ? 'TRUE' : 'FALSE';
    case 'date':
      return `DATE(${quoted(value)})`;
    case 'timestamp':
      return `TIMESTAMP(${quoted(instantText(value))})`;
    default:
      return quoted(value);
  }
}

/** What an input of type `datetime-local` holds, as an instant in UTC with seconds. */
function instantText(value: string): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) return `${value}:00Z`;
  return /Z$/.test(value) ? value : `${value}Z`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Percent, underscore and backslash stand for themselves in what a person typed. */
function escapePattern(text: string): string {
  return text.replace(/[%_\\]/g, '\\$&');
}
