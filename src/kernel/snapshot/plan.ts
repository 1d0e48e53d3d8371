import type { View } from '../access/narrow.ts';
import type { SqlReason } from '../query/answered-by.ts';
import { checkFilter } from '../query/check.ts';
import { FilterError } from '../query/filter-error.ts';
import type { Moment } from '../query/moment.ts';
import type { PageQuestion } from '../query/question.ts';
import { compilePredicate } from '../query/to-predicate.ts';
import type { Cql2Expression } from '../query/tree.ts';
import { scopeOf } from '../register/queryables.ts';
import type { Register } from '../register/register.ts';
import type { ChangedRow } from './changed-row.ts';
import { compileRowTest } from './column-filter.ts';
import type { RegisterSnapshot, Wanted } from './register-snapshot.ts';

/** A question, resolved: whose it is, what it is about, and when. */
export interface Planned {
  readonly register: Register;
  readonly view: View;
  readonly snapshot: RegisterSnapshot;
  readonly moment: Moment;
  readonly question: Pick<PageQuestion, 'bbox' | 'filter' | 'epsg' | 'sortBy'>;
}

/** What to look for in the snapshot, or why it cannot say. */
export type Plan = { readonly wanted: Wanted } | { readonly reason: SqlReason };

/**
 * Decides whether a snapshot can answer just as the database would.
 * @throws {FilterError} as the database's reader does
 */
export function planOf(planned: Planned): Plan {
  const { snapshot, moment, question } = planned;
  const { bbox, epsg, sortBy } = question;
  if (epsg !== undefined && epsg !== 4326) return { reason: 'crs' };
  if (sortBy !== undefined && sortBy.length > 0) return { reason: 'sort' };
  // What changed in between, the snapshot has forgotten.
  if (moment.position < snapshot.lastChange) return { reason: 'as-of' };
  if (bbox && !(bbox[0] < bbox[2] && bbox[1] < bbox[3])) return { reason: 'box' };
  if (moment.from !== moment.to && !snapshot.isSingle) return { reason: 'versions' };
  const test = question.filter === undefined ? undefined : testOf(question.filter, planned);
  if (test === null) return { reason: 'filter' };
  const { from, to } = moment;
  return { wanted: { from, to, box: bbox, test } };
}

/** The filter as a test of rows; null where columns do not tell. */
function testOf(filter: Cql2Expression, { register, view, snapshot }: Planned): Wanted['test'] | null {
  const scope = scopeOf(register, view);
  const { expr, violations } = checkFilter(filter, scope);
  if (violations) throw new FilterError(violations);
  const base = compileRowTest(expr, snapshot.base.columns, scope);
  if (!base) return null;
  const predicate = compilePredicate(expr, scope);
  const changed = ({ record, properties }: ChangedRow) =>
    predicate({ id: record, properties, geometry: null });
  return { base, changed };
}
