import type { TagValue } from '../geo/mvt/tags.ts';
import type { Field } from '../register/declaration.ts';

/** Name in tiles of one language of a field with several, as OpenMapTiles writes it: `name:az`. */
export function languageTag(field: string, language: string): string {
  return `${field}:${language}`;
}

/** Values of a record as a vector tile can carry them; lists and objects as JSON. */
export function tagsOf(
  id: string,
  properties: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Record<string, TagValue> {
  const tags: Record<string, TagValue> = { id };
  for (const { name, type } of fields) {
    const value = properties[name];
    if (value === null || value === undefined) continue;
    if (type === 'localized') {
      for (const [language, text] of Object.entries(value as Record<string, unknown>))
        if (typeof text === 'string') tags[languageTag(name, language)] = text;
    } else tags[name] = typeof value === 'object' ? JSON.stringify(value) : (value as TagValue);
  }
  return tags;
}

/** Whether a tag says something of one of the fields, or which record it is. */
export function isTagOf(fields: readonly Field[]): (tag: string) => boolean {
  const names = new Set(fields.map(({ name }) => name));
  return (tag) => tag === 'id' || names.has(tag) || names.has(/^(.*):/.exec(tag)?.[1] ?? '');
}
