import {
  type FilterRecord,
  type PredicateContext,
  propertyValue,
  type Slot,
  type Truth,
  type TruthOf,
} from './context.ts';

/** Compiles a predicate so that it is asked for every text of a localized property; true where any is true. */
export function overLanguages(
  context: PredicateContext,
  name: string,
  compile: (context: PredicateContext) => TruthOf,
  derive: (context: PredicateContext, slots: ReadonlyMap<string, Slot>) => PredicateContext,
): TruthOf {
  const slot: Slot = { value: null };
  const test = compile(derive(context, new Map([...context.slots, [name, slot]])));
  return (record) => {
    let result: Truth = null;
    for (const text of textsOf(record, name)) {
      slot.value = text;
      const truth = test(record);
      if (truth === true) return true;
      if (truth === false) result = false;
    }
    return result;
  };
}

function textsOf(record: FilterRecord, name: string): readonly (string | null)[] {
  const value = propertyValue(record, name);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.values(value).map((text) => (typeof text === 'string' ? text : null));
}
