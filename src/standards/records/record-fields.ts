import { languages } from '../../kernel/i18n/language.ts';
import type { MessageKey } from '../../kernel/i18n/message.ts';
import type { QueryScope } from '../../kernel/query/scope.ts';
import type { Field } from '../../kernel/register/declaration.ts';

/** A property of records that filters and orders may ask about. */
export interface RecordField {
  readonly name: string;
  readonly type: Extract<Field['type'], 'string' | 'integer' | 'timestamp' | 'array'>;
  readonly title: MessageKey;
  readonly isSortable: boolean;
  readonly values?: readonly string[];
}

const field = (
  name: string,
  title: MessageKey,
  type: RecordField['type'] = 'string',
  values?: readonly string[],
): RecordField => ({ name, type, title, isSortable: type !== 'array', ...(values && { values }) });

/** Queryables of the catalogue: core properties of records, and what else a record here says. */
export const recordFields: readonly RecordField[] = [
  field('id', 'page.id'),
  field('type', 'page.type', 'string', ['dataset', 'release', 'process']),
  field('title', 'page.title'),
  field('description', 'catalogue.description'),
  field('keywords', 'catalogue.keywords', 'array'),
  field('language', 'page.language', 'string', languages),
  field('created', 'catalogue.created', 'timestamp'),
  field('updated', 'catalogue.updated', 'timestamp'),
  field('license', 'catalogue.licence'),
  field('theme', 'page.theme'),
  field('custodian', 'catalogue.custodian'),
  field('desk', 'page.desk'),
  field('register', 'page.registers'),
  field('records', 'page.count', 'integer'),
  field('geometryType', 'page.geometry'),
  field('access', 'catalogue.access', 'string', ['public', 'restricted']),
];

const byName = new Map(recordFields.map((each) => [each.name, each]));

/** What CQL2 filters of records may ask about. */
export const recordScope: QueryScope = {
  names: () => [...byName.keys(), 'geometry'],
  property(name) {
    if (name === 'geometry') return { type: 'geometry' };
    const known = byName.get(name);
    return known && { type: known.type, ...(known.type === 'array' ? { items: 'string' as const } : {}) };
  },
};
