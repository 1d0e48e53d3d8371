import sql from 'sql-template-tag';
import type { Caller } from '../access/caller.ts';
import { visibleRegisters } from '../access/narrow.ts';
import { formatInstant } from '../log/instant.ts';
import type { RegisterDeclaration } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';
import type { Services } from '../services.ts';
import type { CatalogueMoment } from './catalogue-moment.ts';

/** A register as it was declared at a moment. */
export interface DeclaredRegister {
  /** As it stands now: by it records are read and access is decided. */
  readonly register: Register;
  readonly declaration: RegisterDeclaration;
  /** When it was first declared, and when last. */
  readonly declaredAt: string;
  readonly changedAt: string;
}

/** The registers that stood at a moment and that the caller may know of today, in the order in which they stand. */
export async function declaredRegisters(
  { database, registry }: Pick<Services, 'database' | 'registry'>,
  caller: Caller,
  { position }: CatalogueMoment,
): Promise<readonly DeclaredRegister[]> {
  const rows = await database.query<{ record: string; body: string | null; since: number; at: number }>(sql`
    select distinct on (e.record) e.record, e.body,
      (extract(epoch from b.recorded_at) * 1000)::float8 as at,
      (extract(epoch from min(b.recorded_at) over (partition by e.record)) * 1000)::float8 as since
    from ufuq.entry e, lateral (select recorded_at from ufuq.batch where last >= e.position order by last limit 1) b
    where e.register = 0 and e.position <= ${position}::bigint and e.record = any(${registry.all().map(({ id }) => id)}::text[])
    order by e.record, e.position desc`);
  const said = new Map(rows.map((row) => [row.record, row]));
  return visibleRegisters(registry.all(), caller).flatMap((register) => {
    const row = said.get(register.id);
    if (!row?.body) return [];
    const declaration = (JSON.parse(row.body) as { properties: RegisterDeclaration }).properties;
    const [declaredAt, changedAt] = [formatInstant(Number(row.since))!, formatInstant(Number(row.at))!];
    return [{ register, declaration, declaredAt, changedAt }];
  });
}
