import type { Caller } from '../../access/caller.ts';
import { narrow, type View } from '../../access/narrow.ts';
import { type FilterLanguage, parseFilter } from '../../query/filter.ts';
import type { Box, TimeRange } from '../../query/question.ts';
import { compilePredicate, type FilterRecord, preparePredicates } from '../../query/to-predicate.ts';
import type { Cql2Expression } from '../../query/tree.ts';
import { scopeOf } from '../../register/queryables.ts';
import type { Register } from '../../register/register.ts';
import type { Body } from '../entry.ts';
import { parseInstant } from '../instant.ts';
import type { Stretch } from '../timeline.ts';
import type { ChangeKind } from './change.ts';

/** What of the log is asked for, and by whom. */
export interface FeedQuestion {
  readonly caller: Caller;
  /** Ids of registers; by default all that the caller may know of. */
  readonly registers?: readonly string[];
  /** A condition in CQL2 that records must meet, read anew for each register. */
  readonly filter?: { readonly source: string | object; readonly language: FilterLanguage };
  readonly bbox?: Box;
  /** Kinds of changes; all by default. */
  readonly kinds?: ReadonlySet<ChangeKind>;
  /** Only what is said of this part of valid time. */
  readonly datetime?: TimeRange;
}

/** A register as one question sees it. */
export interface Lens {
  readonly register: Register;
  /** True where no condition narrows the records: every entry is told. */
  readonly isWhole: boolean;
  /** True where the caller's own rights narrow the records, whatever is asked. */
  readonly hasRowRule: boolean;
  /** True where some properties are not for the caller. */
  readonly hidesFields: boolean;
  concerns(stretch: Stretch): boolean;
  matches(record: string, body: Body): boolean;
  /** The body without what is not for the caller. */
  shown(body: Body): Body;
}

/**
 * Looks at a register with the eyes of a question.
 * @throws {Problem} `register-not-found`; {FilterError} where the filter does not fit the register
 */
export async function lensOf(register: Register, question: FeedQuestion): Promise<Lens> {
  const view = narrow(register, question.caller);
  const tests = await conditions(register, view, question);
  const names = new Set(view.fields.map(({ name }) => name));
  const hidesFields = names.size < register.fields.length;
  return {
    register,
    isWhole: tests.length === 0,
    hasRowRule: view.rows !== undefined,
    hidesFields,
    concerns: period(question.datetime),
    matches: (id, body) => tests.every((test) => test({ id, ...body })),
    shown: (body) => (hidesFields ? without(body, names) : body),
  };
}

async function conditions(
  register: Register,
  view: View,
  { filter, bbox }: FeedQuestion,
): Promise<((record: FilterRecord) => boolean)[]> {
  const whole = scopeOf(register, { fields: register.fields });
  const own = scopeOf(register, view);
  const parts: { expr: Cql2Expression; scope: typeof own }[] = [];
  if (view.rows !== undefined) parts.push({ expr: parseFilter(view.rows, 'cql2-text', whole), scope: whole });
  if (filter) parts.push({ expr: parseFilter(filter.source, filter.language, own), scope: own });
  const never = bbox && register.geometry === null;
  if (bbox && !never) parts.push({ expr: boxCondition(bbox), scope: whole });
  if (parts.length > 0) await preparePredicates();
  const tests = parts.map(({ expr, scope }) => {
    const truth = compilePredicate(expr, scope);
    return (record: FilterRecord) => truth(record) === true;
  });
  return never ? [() => false, ...tests] : tests;
}

/** A box that crosses the antimeridian is two. */
function boxCondition([west, south, east, north]: Box): Cql2Expression {
  const meets = (w: number, e: number): Cql2Expression => ({
    op: 's_intersects',
    args: [{ property: 'geometry' }, { bbox: [w, south, e, north] }],
  });
  return west <= east ? meets(west, east) : { op: 'or', args: [meets(west, 180), meets(-180, east)] };
}

function period(range: TimeRange | undefined): (stretch: Stretch) => boolean {
  if (!range) return () => true;
  const from = (range.from === null ? undefined : parseInstant(range.from)) ?? Number.NEGATIVE_INFINITY;
  const to = (range.to === null ? undefined : parseInstant(range.to)) ?? Number.POSITIVE_INFINITY;
  return (stretch) => stretch.from <= to && stretch.to > from;
}

function without({ geometry, properties }: Body, names: ReadonlySet<string>): Body {
  return {
    geometry,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => names.has(name))),
  };
}
