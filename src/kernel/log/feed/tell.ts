import type { Queryable } from '../../db/database.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Body, Position } from '../entry.ts';
import { formatInstant } from '../instant.ts';
import type { Change } from './change.ts';
import type { Lens } from './lens.ts';
import { type Before, lookBack } from './look-back.ts';
import type { RawEntry } from './raw-entry.ts';

type Verdict = Pick<Change, 'kind' | 'body' | 'isNew'> | undefined;

/**
 * What some entries of one register say to those who look through a lens. Laid over one another in order, the changes
 * give at every position what the lens shows of the records' valid time at that position, and nothing else.
 */
export async function tell(
  db: Queryable,
  lens: Lens,
  entries: readonly RawEntry[],
  withNovelty = false,
): Promise<ReadonlyMap<Position, Change>> {
  const told = new Map<Position, Change>();
  const bodies = new Map<Position, Body>();
  const doubtful: RawEntry[] = [];
  const say = (entry: RawEntry, verdict: Verdict) => {
    if (verdict) told.set(entry.position, changeOf(entry, lens.register.id, verdict));
  };
  for (const entry of entries) {
    if (!lens.concerns(entry)) continue;
    const body = entry.body === null ? undefined : (JSON.parse(entry.body) as Body);
    if (body && lens.matches(entry.record, body)) {
      if (lens.hidesFields || withNovelty) {
        bodies.set(entry.position, body);
        doubtful.push(entry);
      } else say(entry, { kind: 'upsert', body });
    } else if (entry.erased && (entry.erased.wasPublic || !lens.hasRowRule)) {
      say(entry, { kind: 'erased', body: null });
    } else if (lens.isWhole) say(entry, { kind: 'tombstone', body: null });
    else doubtful.push(entry);
  }
  const before = await lookBack(db, lens, doubtful);
  for (const entry of doubtful) {
    const verdict = verdictOf(entry, lens, bodies.get(entry.position), before(entry.position));
    const isNew = withNovelty && verdict?.kind === 'upsert';
    say(entry, isNew ? { ...verdict, isNew: before(entry.position).versions.length === 0 } : verdict);
  }
  return told;
}

/** Decides what depends on the state before: whether something leaves the view, and whether anything visible changes. */
function verdictOf(entry: RawEntry, lens: Lens, body: Body | undefined, before: Before): Verdict {
  if (!body)
    return before.versions.length > 0 || before.hadErased ? { kind: 'tombstone', body: null } : undefined;
  const shown = lens.shown(body);
  if (!lens.hidesFields) return { kind: 'upsert', body: shown };
  return isSameThroughout(entry, lens, canonicalJson(shown), before)
    ? undefined
    : { kind: 'upsert', body: shown };
}

/** Whether the versions before cover the whole stretch of the entry and show the same: then only what is hidden changed. */
function isSameThroughout(
  entry: RawEntry,
  lens: Lens,
  shown: string,
  { versions, hadErased }: Before,
): boolean {
  let covered = entry.from;
  for (const { from, to, body } of versions) {
    if (from > covered || canonicalJson(lens.shown(body)) !== shown) return false;
    covered = Math.max(covered, to);
  }
  return !hadErased && versions.length > 0 && covered >= entry.to;
}

/** The event of an entry that was told. */
export function changeOf(
  { position, record, from, to, batch }: RawEntry,
  register: string,
  verdict: Pick<Change, 'kind' | 'body' | 'isNew'> & Partial<Pick<Change, 'record' | 'erases'>>,
): Change {
  return {
    position,
    register,
    record,
    valid: { from: formatInstant(from), to: formatInstant(to) },
    recordedAt: formatInstant(batch.recordedAt)!,
    actor: batch.actor,
    legalBasis: batch.legalBasis,
    cause: batch.cause,
    batch: { first: batch.first, last: batch.last },
    ...verdict,
  };
}
