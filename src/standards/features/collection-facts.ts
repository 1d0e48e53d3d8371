import type { Count, Extent } from '../../kernel/query/question.ts';
import type { Services } from '../../kernel/services.ts';
import type { Collection, RequestContext } from './context.ts';

/** What is counted and measured of a collection. */
export interface CollectionFacts {
  readonly extent: Extent;
  readonly count: Count;
}

interface Remembered {
  readonly lastChange: number;
  readonly minute: number;
  readonly facts: Promise<CollectionFacts>;
}

const remembered = new WeakMap<Services, Map<string, Remembered>>();

/** Extent and count, remembered until the register changes, and for a minute at most since "now" moves on. */
export async function factsOf(
  { services, caller }: RequestContext,
  { register }: Collection,
): Promise<CollectionFacts> {
  const lastChange = await services.reader.lastChange(register.id);
  const minute = minuteOf(services.clock());
  const all = remembered.get(services) ?? new Map<string, Remembered>();
  remembered.set(services, all);
  const key = `${caller.kind} ${register.id}`;
  const known = all.get(key);
  if (known?.lastChange === lastChange && known.minute === minute) return known.facts;
  const question = { register: register.id, caller };
  const facts = Promise.all([
    services.reader.extent(register.id, caller),
    services.reader.count(question),
  ]).then(([extent, count]) => ({ extent, count }));
  all.set(key, { lastChange, minute, facts });
  facts.catch(() => all.delete(key));
  return facts;
}

/** Minutes since 1970; answers about "now" are remembered no longer than one of them lasts. */
export function minuteOf(date: Date): number {
  return Math.floor(date.getTime() / 60_000);
}
