import { visibleRegisters } from '../../access/narrow.ts';
import type { Register, Registry } from '../../register/register.ts';
import { type FeedQuestion, type Lens, lensOf } from './lens.ts';
import type { Subject } from './span.ts';

/** A question with its lenses ground: one for each register that it concerns. */
export interface Feed {
  readonly question: FeedQuestion;
  /** Undefined where all of the log is read. */
  readonly subject: Subject | undefined;
  readonly lenses: ReadonlyMap<number, Lens>;
  /** Ids of the registers that the question sees, and of all that stand. */
  readonly seen: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
}

/**
 * Prepares a question about the registers that stand now.
 * @throws {Problem} `register-not-found`; {FilterError} where the filter does not fit a register
 */
export async function openFeed(registry: Registry, question: FeedQuestion): Promise<Feed> {
  const chosen: readonly Register[] =
    question.registers?.map((id) => registry.require(id)) ??
    visibleRegisters(registry.all(), question.caller);
  const lenses = new Map<number, Lens>();
  for (const register of chosen) lenses.set(registry.numberOf(register.id), await lensOf(register, question));
  const ids = chosen.map(({ id }) => id);
  return {
    question,
    subject: question.registers && { numbers: [...lenses.keys()], ids },
    lenses,
    seen: new Set(ids),
    standing: new Set(registry.all().map(({ id }) => id)),
  };
}

/** False where a register was declared, declared anew or dropped since: the question must then be put again. */
export function isOfNow({ lenses, standing }: Feed, registry: Registry): boolean {
  const all = registry.all();
  const isSame = [...lenses.values()].every(({ register }) => registry.get(register.id) === register);
  return isSame && all.length === standing.size && all.every(({ id }) => standing.has(id));
}
