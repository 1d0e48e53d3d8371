import sql, { type Sql } from 'sql-template-tag';
import type { Params } from '../errors.ts';
import type { Field } from '../register/declaration.ts';
import { propertyColumn } from '../register/row.ts';

const parts = { year: 'YYYY', month: 'YYYY-MM' } as const;

/** One thing that a count is broken down by: a field, or the year or month of a date. */
export interface GroupKey {
  /** As it was asked: `status`, `opened:year`. */
  readonly name: string;
  readonly field: Field;
  readonly part?: keyof typeof parts;
}

const groupable: ReadonlySet<Field['type']> = new Set([
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'timestamp',
]);

/** Names that may stand in `groupBy`, of the fields that the caller sees. */
export function groupNames(fields: readonly Field[]): readonly string[] {
  return fields.flatMap(({ name, type }) => {
    if (!groupable.has(type)) return [];
    return isTime(type) ? [name, `${name}:year`, `${name}:month`] : [name];
  });
}

/** Keys from a comma-separated list of names; what cannot be grouped by is refused with what can. */
export function parseGroupKeys(
  text: string,
  fields: readonly Field[],
): { readonly value: readonly GroupKey[] } | { readonly code: string; readonly params?: Params } {
  const allowed = groupNames(fields);
  const keys: GroupKey[] = [];
  for (const name of text.split(',').map((each) => each.trim())) {
    if (!allowed.includes(name))
      return { code: 'group-field', params: { value: name, allowed: allowed.join(', ') } };
    if (keys.some((key) => key.name === name)) return { code: 'group-twice', params: { value: name } };
    keys.push(keyOf(name, fields));
  }
  return { value: keys };
}

function keyOf(name: string, fields: readonly Field[]): GroupKey {
  const whole = fields.find((field) => field.name === name);
  if (whole) return { name, field: whole };
  const at = name.lastIndexOf(':');
  const field = fields.find((each) => each.name === name.slice(0, at))!;
  return { name, field, part: name.slice(at + 1) as keyof typeof parts };
}

/** The value that rows of the table `t` are grouped by. */
export function groupValue({ field, part }: GroupKey): Sql {
  const column = propertyColumn(field.name);
  return part ? sql`to_char(${column}, ${parts[part]}::text)` : column;
}

function isTime(type: Field['type']): boolean {
  return type === 'date' || type === 'timestamp';
}
