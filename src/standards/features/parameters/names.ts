import type { Parsed, Parser } from '../../../kernel/http/parameters.ts';
import type { Language } from '../../../kernel/i18n/language.ts';
import type { SortKey } from '../../../kernel/query/question.ts';
import type { Field } from '../../../kernel/register/declaration.ts';

const sortableTypes: ReadonlySet<Field['type']> = new Set([
  'string',
  'integer',
  'number',
  'boolean',
  'date',
  'timestamp',
  'localized',
]);

export function isSortable(field: Field): boolean {
  return sortableTypes.has(field.type);
}

/**
 * `sortby`: names with `-` before those that descend; a `+` may have become a space on its way. What is said in several
 * languages is sorted by the reader's.
 */
export function sortbyParameter(fields: readonly Field[], language: Language): Parser<readonly SortKey[]> {
  const allowed = fields.filter(isSortable).map(({ name }) => name);
  return (text): Parsed<readonly SortKey[]> => {
    const keys: SortKey[] = [];
    for (const part of text.split(',')) {
      const named = part.trim();
      const field = allowed.includes(named) ? named : named.replace(/^[-+]/, '');
      if (!allowed.includes(field))
        return { code: 'sort-field', params: { value: field, allowed: allowed.join(', ') } };
      if (keys.some((key) => key.field === field)) return { code: 'sort-twice', params: { value: field } };
      const isLocalized = fields.some(({ name, type }) => name === field && type === 'localized');
      const descending = named !== field && named.startsWith('-');
      keys.push({ field, descending, ...(isLocalized ? { language } : {}) });
    }
    return { value: keys };
  };
}

/** `properties`: the properties to return; ids and geometries come anyway. */
export function propertiesParameter(fields: readonly Field[]): Parser<readonly string[]> {
  const allowed = fields.map(({ name }) => name);
  return (text) => {
    const names = text === '' ? [] : text.split(',');
    const unknown = names.find((name) => !allowed.includes(name));
    if (unknown !== undefined)
      return { code: 'property-unknown', params: { value: unknown, allowed: allowed.join(', ') } };
    return { value: names };
  };
}
