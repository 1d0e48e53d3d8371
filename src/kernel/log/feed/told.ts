import type { Queryable } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import type { Change } from './change.ts';
import type { Feed } from './open-feed.ts';
import type { RawEntry } from './raw-entry.ts';
import { changeOf, tell } from './tell.ts';
import { tellDefinition } from './tell-definition.ts';

/** What entries of the log say to those who ask, in their order. */
export async function toldOf(
  db: Queryable,
  feed: Feed,
  entries: readonly RawEntry[],
  withNovelty = false,
): Promise<Change[]> {
  const byRegister = new Map<number, RawEntry[]>();
  for (const entry of entries) {
    const group = byRegister.get(entry.registerNumber) ?? [];
    byRegister.set(entry.registerNumber, group);
    group.push(entry);
  }
  const told = new Map<Position, Change>();
  for (const [number, group] of byRegister) {
    const lens = feed.lenses.get(number);
    if (lens)
      for (const [position, change] of await tell(db, lens, group, withNovelty)) told.set(position, change);
  }
  for (const entry of byRegister.get(0) ?? []) {
    const change = await tellDefinition(db, entry, feed);
    if (change) told.set(entry.position, change);
  }
  for (const entry of byRegister.get(-1) ?? []) {
    const change = tellErasure(entry, feed);
    if (change) told.set(entry.position, change);
  }
  const { kinds } = feed.question;
  const changes = entries.flatMap(({ position }) => told.get(position) ?? []);
  return kinds ? changes.filter(({ kind }) => kinds.has(kind)) : changes;
}

/** Whoever may have read what was erased is told to forget it. */
function tellErasure(entry: RawEntry, { lenses }: Feed): Change | undefined {
  const { erases } = entry;
  const lens = erases && lenses.get(erases.registerNumber);
  if (!erases || !lens || (lens.hasRowRule && !erases.wasPublic)) return undefined;
  const { position, record } = erases;
  return changeOf(entry, lens.register.id, { kind: 'erasure', body: null, record, erases: position });
}
