import type { PortalField, RegisterSchema } from '../api/schema.ts';

const usualCount = 6;

/** Fields that say where a record is from; the record page tells them, the table only if asked. */
const quiet = new Set(['source', 'note']);

/** Columns of the table: those that the address names, else the record's name and what is most telling. */
export function columnsOf(schema: RegisterSchema, properties: string | undefined): readonly PortalField[] {
  if (properties !== undefined) {
    const wanted = properties.split(',');
    return wanted.flatMap((name) => schema.fields.find((field) => field.name === name) ?? []);
  }
  const { titleField, fields } = schema;
  const title = fields.filter(({ name }) => name === titleField);
  const others = fields.filter(
    ({ name, kind }) => name !== titleField && !quiet.has(name) && kind !== 'object' && kind !== 'array',
  );
  const label = others.filter(({ name }) => name === 'label');
  const telling = others
    .filter(({ name }) => name !== 'label')
    .slice(0, usualCount - title.length - label.length);
  return [...title, ...telling, ...label];
}

/** `sortby` after a click on a column: ascending, then descending, then as the server orders. */
export function nextSort(sortby: string | undefined, column: string): string | undefined {
  if (sortby === column || sortby === `+${column}`) return `-${column}`;
  return sortby === `-${column}` ? undefined : column;
}

export function sortOf(sortby: string | undefined, column: string): 'ascending' | 'descending' | 'none' {
  if (sortby === `-${column}`) return 'descending';
  return sortby === column || sortby === `+${column}` ? 'ascending' : 'none';
}
