/**
 * Name of the column that holds record ids in formats without ids of their own: `id`, or `record_id` where the register
 * has a field of that name in any case (tables in SQL and dBase do not tell cases apart).
 */
export function idColumn(fields: readonly { readonly name: string }[]): string {
  return fields.some(({ name }) => name.toLowerCase() === 'id') ? 'record_id' : 'id';
}

/** Column that ids are taken from when such a file is read. */
export function idColumnIn(names: readonly string[]): string | undefined {
  const hasOwn = names.some((name) => name.toLowerCase() === 'id');
  if (hasOwn && names.includes('record_id')) return 'record_id';
  return names.includes('id') ? 'id' : undefined;
}
