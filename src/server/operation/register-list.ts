import sql from 'sql-template-tag';
import { administrator } from '../../kernel/access/caller.ts';
import type { LocalizedText } from '../../kernel/i18n/language.ts';
import type { Services } from '../../kernel/services.ts';

/** One line of `ufuq registers`. */
export interface RegisterSummary {
  readonly id: string;
  readonly title: LocalizedText;
  readonly geometry: string | null;
  readonly origin: 'code' | 'run-time';
  readonly records: number;
  /** False where counting stopped at a limit. */
  readonly isExact: boolean;
  /** Log position and time of the last change; the time is null where nothing was ever written. */
  readonly lastChange: number;
  readonly lastChangeAt: string | null;
}

/** Every register with how many records it holds now and when it last changed. */
export async function listRegisters(services: Services): Promise<readonly RegisterSummary[]> {
  const changes = await services.database.query<{ id: string; position: number; at: string | null }>(sql`
    select id, last_change as position,
      (select recorded_at from ufuq.batch where last >= last_change and first <= last_change limit 1) as at
    from ufuq.register`);
  const changeOf = new Map(changes.map((change) => [change.id, change]));
  const summaries: RegisterSummary[] = [];
  for (const { id, title, geometry, origin } of services.registry.all()) {
    const { count, isExact } = await services.reader.count({ register: id, caller: administrator });
    const change = changeOf.get(id);
    summaries.push({
      id,
      title,
      geometry,
      origin,
      records: count,
      isExact,
      lastChange: change?.position ?? 0,
      lastChangeAt: change?.at ?? null,
    });
  }
  return summaries;
}
