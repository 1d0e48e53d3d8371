import type { Field, RegisterDeclaration } from '../register/declaration.ts';

/** Fields that words are looked for in: texts that are nobody's code or reference, the title first. */
export function searchedFields(
  fields: readonly Field[],
  titleField: RegisterDeclaration['titleField'],
): readonly Field[] {
  return fields
    .filter(({ type, codes, ref }) => (type === 'string' || type === 'localized') && !codes && !ref)
    .sort((a, b) => Number(b.name === titleField) - Number(a.name === titleField));
}

/** What an index of a register depends on: where it differs, the register has to be indexed anew. */
export function fieldsMark({
  fields,
  titleField,
}: Pick<RegisterDeclaration, 'fields' | 'titleField'>): string {
  const searched = searchedFields(fields, titleField);
  return searched.map(({ name, secrecy }) => `${secrecy === 'restricted' ? '!' : ''}${name}`).join(' ');
}

/** The texts of a value: of a localized one, those of every language. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).filter((text): text is string => typeof text === 'string');
}
