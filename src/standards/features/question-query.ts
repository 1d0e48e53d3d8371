import type { View } from '../../kernel/access/narrow.ts';
import { Problem, type Violation } from '../../kernel/errors.ts';
import { bboxParameter } from '../../kernel/http/bbox-parameter.ts';
import {
  anyText,
  oneOf,
  type ParameterSpec,
  readParameters,
  type Values,
} from '../../kernel/http/parameters.ts';
import { problemOfFilter } from '../../kernel/http/problem-of.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { perObject } from '../../kernel/memo.ts';
import { filterLanguages } from '../../kernel/query/filter.ts';
import { FilterError } from '../../kernel/query/filter-error.ts';
import type { Question } from '../../kernel/query/question.ts';
import type { Cql2Expression } from '../../kernel/query/tree.ts';
import { scopeOf } from '../../kernel/register/queryables.ts';
import type { Collection, ReadContext } from './context.ts';
import { crs84 } from './crs.ts';
import { boxIn } from './parameters/bbox.ts';
import { crsParameter } from './parameters/crs.ts';
import { readFilter } from './parameters/filter.ts';
import { propertyFilter, queryables } from './parameters/property-filter.ts';

/** Parameters by which every reading of many records is asked, in the order in which they are told. */
export function questionParameters(codes: ReadonlySet<number>) {
  const crs = crsParameter(codes);
  return {
    bbox: bboxParameter,
    'bbox-crs': crs,
    datetime: datetimeParameter,
    asOf: asOfParameter,
    filter: anyText,
    'filter-lang': oneOf(...filterLanguages),
    'filter-crs': crs,
  };
}

/** Parameters that are named after what can be asked about. */
const propertyParameters = perObject((view: View) => {
  const named = queryables(view.fields);
  return { named, parsers: Object.fromEntries(named.map((field) => [field.name, propertyFilter(field)])) };
});

type QuestionSpec = ParameterSpec & ReturnType<typeof questionParameters>;

/** The question of a query, and the values of its other parameters. */
export interface AskedQuestion<S extends QuestionSpec> {
  readonly question: Question;
  readonly values: Values<S>;
}

/**
 * Reads a query with the parameters of `own` and those that the collection's properties make.
 * @throws {Problem} `invalid-parameter` or `invalid-filter` with everything that is wrong.
 */
export function readQuestion<S extends QuestionSpec>(
  context: ReadContext,
  collection: Collection,
  own: S,
): AskedQuestion<S> {
  const { register, view } = collection;
  const { named, parsers } = propertyParameters(view);
  const read = readParameters(context.query, own, parsers);
  const values = read.values as Values<S> & Values<ReturnType<typeof questionParameters>>;

  const problems: Violation[] = [...read.violations];
  const given = values as Readonly<Record<string, unknown>>;
  const conditions = named.flatMap(({ name }) =>
    given[name] === undefined || Object.hasOwn(own, name) ? [] : [given[name] as Cql2Expression],
  );
  let box: Question['bbox'];
  if (values.bbox) {
    const asked = boxIn(values['bbox-crs'] ?? crs84, values.bbox);
    if ('value' in asked) {
      box = asked.value.box;
      if (asked.value.area && register.geometry)
        conditions.push({ op: 's_intersects', args: [{ property: 'geometry' }, asked.value.area] });
    } else problems.push({ pointer: 'parameter:bbox', code: asked.code, params: asked.params });
  }
  if (values.filter !== undefined) {
    try {
      conditions.push(
        readFilter(
          {
            source: values.filter,
            language: values['filter-lang'] ?? 'cql2-text',
            crs: values['filter-crs'] ?? crs84,
            maxDepth: context.settings.limits.filterDepth,
          },
          scopeOf(register, view),
        ),
      );
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      if (problems.length === 0) throw problemOfFilter(error);
      problems.push(...problemOfFilter(error).violations);
    }
  }
  if (problems.length > 0) throw new Problem('invalid-parameter', {}, problems);

  const filter = conditions.length > 1 ? { op: 'and', args: conditions } : conditions[0];
  return {
    question: {
      register: register.id,
      caller: context.caller,
      ...(filter === undefined ? {} : { filter }),
      ...(box ? { bbox: box } : {}),
      ...(values.datetime ? { datetime: values.datetime } : {}),
      ...(values.asOf === undefined ? {} : { asOf: values.asOf }),
    },
    values,
  };
}

/** A question with its `asOf` settled as `knownAt` does. */
export async function settled<Q extends Pick<Question, 'asOf'>>(
  context: ReadContext,
  question: Q,
): Promise<Q> {
  if (typeof question.asOf !== 'number') return question;
  return { ...question, asOf: await knownAt(context, question.asOf) };
}

/** A position beyond the head of the log is the head: pages must not see what is written while they are turned. */
export async function knownAt({ services }: ReadContext, asOf: string | number): Promise<string | number> {
  return typeof asOf === 'number' ? Math.min(asOf, await services.reader.position()) : asOf;
}
