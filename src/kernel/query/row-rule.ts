import { scopeOf } from '../register/queryables.ts';
import type { Register } from '../register/register.ts';
import { parseFilter } from './filter.ts';
import { compilePredicate, type FilterRecord, preparePredicates } from './to-predicate.ts';

/** The rule of a view on rows (CQL2 Text) as a test of one body, for what is read from the log and not from a table. */
export async function rowRule(register: Register, rows: string): Promise<(record: FilterRecord) => boolean> {
  await preparePredicates();
  const scope = scopeOf(register, { fields: register.fields });
  const truth = compilePredicate(parseFilter(rows, 'cql2-text', scope), scope);
  return (record) => truth(record) === true;
}
