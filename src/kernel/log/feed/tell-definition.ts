import sql from 'sql-template-tag';
import { administrator, type Caller } from '../../access/caller.ts';
import type { Queryable } from '../../db/database.ts';
import type { Change } from './change.ts';
import type { FeedQuestion } from './lens.ts';
import type { RawEntry } from './raw-entry.ts';
import { changeOf } from './tell.ts';

interface Asked {
  readonly question: FeedQuestion;
  /** Ids of the registers that the question sees, and of all that stand. */
  readonly seen: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
}

/** A register that was declared, for those who see it; or dropped, for those who saw it before. */
export async function tellDefinition(
  db: Queryable,
  entry: RawEntry,
  { question, seen, standing }: Asked,
): Promise<Change | undefined> {
  const { registers, caller } = question;
  if (registers && !registers.includes(entry.record)) return undefined;
  const isDrop = entry.body === null;
  if (!seen.has(entry.record) && (!isDrop || standing.has(entry.record))) return undefined;
  if (isDrop && !isAdministrator(caller) && !isPublic(await definitionBefore(db, entry))) return undefined;
  return changeOf(entry, entry.record, { kind: isDrop ? 'dropped' : 'declared', body: null, record: '' });
}

const isAdministrator = (caller: Caller) => caller.kind === administrator.kind;

function isPublic(definition: string | null): boolean {
  if (definition === null) return false;
  const { properties } = JSON.parse(definition) as { properties: { access?: { read?: string } } };
  return properties.access?.read !== 'restricted';
}

async function definitionBefore(db: Queryable, { position, record }: RawEntry): Promise<string | null> {
  const [row] = await db.query<{ body: string | null }>(sql`
    select body from ufuq.entry where record = ${record} and register = 0 and position < ${position}::bigint
    order by position desc limit 1`);
  return row?.body ?? null;
}
