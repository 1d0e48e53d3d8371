import sql, { raw } from 'sql-template-tag';
import type { Caller } from '../access/caller.ts';
import { statementsAbout } from '../completeness/stored-statements.ts';
import type { Position } from '../log/entry.ts';
import type { Count, Extent } from '../query/question.ts';
import { systemColumns as system, tableOf } from '../register/columns.ts';
import type { Register } from '../register/register.ts';
import type { Services } from '../services.ts';
import { type CatalogueMoment, recordedAt } from './catalogue-moment.ts';

/** What is counted and measured of a register at a moment, as a caller sees it. */
export interface RegisterFacts {
  readonly count: Count;
  readonly extent: Extent;
  /** When a record last changed; null where none ever was. RFC 3339. */
  readonly changedAt: string | null;
  /** Share of the records that are real or derived, from 0 to 1; null where records do not say. */
  readonly sourcedShare: number | null;
  /** A statement says for this moment that it misses nothing, at least somewhere. */
  readonly isStatedComplete: boolean;
}

const remembered = new WeakMap<Services['database'], Map<string, Promise<RegisterFacts>>>();
const mostRemembered = 2000;

/** Facts of a register, remembered until it or the statements about it change; of "now" for a minute at most. */
export async function registerFacts(
  services: Services,
  register: Register,
  caller: Caller,
  moment: CatalogueMoment,
): Promise<RegisterFacts> {
  const known = remembered.get(services.database) ?? new Map<string, Promise<RegisterFacts>>();
  remembered.set(services.database, known);
  const changes = moment.isNow
    ? [
        await services.reader.lastChange(register.id),
        await services.reader.lastChange('completeness-statements'),
      ]
    : [moment.position];
  const key = [register.id, caller.kind, ...changes, moment.isNow ? minuteOf(moment.instant) : 'then'].join(
    ' ',
  );
  const found = known.get(key);
  if (found) return found;
  if (known.size >= mostRemembered) known.delete(known.keys().next().value!);
  const facts = takeFacts(services, register, caller, moment);
  known.set(key, facts);
  facts.catch(() => known.delete(key));
  return facts;
}

async function takeFacts(
  services: Services,
  register: Register,
  caller: Caller,
  moment: CatalogueMoment,
): Promise<RegisterFacts> {
  const { reader } = services;
  const question = { register: register.id, caller, ...(moment.isNow ? {} : { asOf: moment.position }) };
  const [count, extent, lastChange, statements] = await Promise.all([
    reader.count(question),
    reader.extent(register.id, caller),
    lastChangeAt(services, register, moment),
    statementsAbout(services, register.id, caller, moment.position),
  ]);
  const labelled = register.provenance
    ? await reader.count({
        ...question,
        filter: { op: 'in', args: [{ property: 'label' }, ['real', 'derived']] },
      })
    : undefined;
  return {
    count,
    extent,
    changedAt: await recordedAt(services.database, lastChange),
    sourcedShare: labelled ? (count.count === 0 ? 0 : Math.min(1, labelled.count / count.count)) : null,
    isStatedComplete: statements.some(({ from, to }) => from <= moment.instant && moment.instant < to),
  };
}

async function lastChangeAt(
  { reader, database }: Services,
  { id }: Register,
  { isNow, position }: CatalogueMoment,
): Promise<Position> {
  if (isNow) return await reader.lastChange(id);
  const [row] = await database.query<{ last: number | null }>(sql`
    select max(t.${raw(system.knownFrom)}) as last from ${raw(tableOf(id))} t
    where t.${raw(system.knownFrom)} <= ${position}::bigint`);
  return Number(row?.last ?? 0);
}

function minuteOf(instant: number): number {
  return Math.floor(instant / 60_000);
}
