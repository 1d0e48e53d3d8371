import type { Caller } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import type { Services } from '../services.ts';

/** What records are called: a text, or a text by language. */
export type RecordTitles = ReadonlyMap<string, string | Readonly<Record<string, string>>>;

/** Titles of records of a register as they were known at a position; what the caller may not see is left out. */
export async function recordTitles(
  { registry, reader }: Pick<Services, 'registry' | 'reader'>,
  registerId: string,
  ids: readonly string[],
  caller: Caller,
  position: Position,
): Promise<RecordTitles> {
  const titles = new Map<string, string | Readonly<Record<string, string>>>();
  const register = registry.get(registerId);
  const field = register && titleFieldFor(register, caller);
  if (!register || field === undefined || ids.length === 0) return titles;
  const { records } = await reader.page({
    register: registerId,
    caller,
    filter: { op: 'in', args: [{ property: 'id' }, [...new Set(ids)]] },
    datetime: { from: null, to: null },
    asOf: position,
    properties: [field],
    skipGeometry: true,
    limit: ids.length,
  });
  for (const { id, properties } of records) {
    const title = properties[field];
    if (title !== null && title !== undefined) titles.set(id, title as string);
  }
  return titles;
}

/** The field that names a record, where the caller may read it. */
function titleFieldFor(register: Parameters<typeof narrow>[0], caller: Caller): string | undefined {
  try {
    const { fields } = narrow(register, caller);
    return fields.find(({ name }) => name === register.titleField)?.name;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
