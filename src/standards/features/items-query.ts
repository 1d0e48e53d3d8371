import { Problem, type Violation } from '../../kernel/errors.ts';
import { bboxParameter } from '../../kernel/http/bbox-parameter.ts';
import {
  anyText,
  countUpTo,
  oneOf,
  type RawQuery,
  readParameters,
  trueOrFalse,
} from '../../kernel/http/parameters.ts';
import { problemOfFilter } from '../../kernel/http/problem-of.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { filterLanguages } from '../../kernel/query/filter.ts';
import { FilterError } from '../../kernel/query/filter-error.ts';
import type { PageQuestion, Question } from '../../kernel/query/question.ts';
import type { Cql2Expression } from '../../kernel/query/tree.ts';
import { scopeOf } from '../../kernel/register/queryables.ts';
import type { Collection, RequestContext } from './context.ts';
import { type AskedCrs, crs84, databaseCodes } from './crs.ts';
import { boxIn } from './parameters/bbox.ts';
import { crsParameter } from './parameters/crs.ts';
import { readFilter } from './parameters/filter.ts';
import { propertiesParameter, sortbyParameter } from './parameters/names.ts';
import { propertyFilter, queryables } from './parameters/property-filter.ts';

/** What a request for items asks. */
export interface ItemsQuery {
  readonly question: Question;
  readonly shape: Pick<PageQuestion, 'properties' | 'skipGeometry' | 'epsg' | 'sortBy'>;
  readonly limit: number;
  readonly token?: string;
  readonly crs: AskedCrs;
  readonly f?: string;
}

/** Parameters of `/items` in the order in which they are told to somebody who asks for one that is not there. */
function itemParameters({ view }: Collection, { limits }: HttpSettings, codes: ReadonlySet<number>) {
  const crs = crsParameter(codes);
  return {
    bbox: bboxParameter,
    'bbox-crs': crs,
    datetime: datetimeParameter,
    asOf: asOfParameter,
    filter: anyText,
    'filter-lang': oneOf(...filterLanguages),
    'filter-crs': crs,
    sortby: sortbyParameter(view.fields),
    properties: propertiesParameter(view.fields),
    skipGeometry: trueOrFalse,
    crs,
    limit: countUpTo(1, limits.pageSize),
    token: anyText,
    f: anyText,
  };
}

/**
 * Reads the query of `/items` or `/export` and turns it into a question.
 * @throws {Problem} `invalid-parameter` or `invalid-filter` with everything that is wrong.
 */
export async function readItemsQuery(context: RequestContext, collection: Collection): Promise<ItemsQuery> {
  const { register, view } = collection;
  const { limits } = context.settings;
  const own = itemParameters(collection, context.settings, await databaseCodes(context.services.database));
  const named = queryables(view.fields).filter(({ name }) => !Object.hasOwn(own, name));
  const ofProperties = Object.fromEntries(named.map((field) => [field.name, propertyFilter(field)]));
  const { values, violations } = readParameters(context.request.query as RawQuery, {
    ...own,
    ...ofProperties,
  });

  const problems: Violation[] = [...violations];
  const given = values as Readonly<Record<string, unknown>>;
  const conditions = named.flatMap(({ name }) =>
    given[name] === undefined ? [] : [given[name] as Cql2Expression],
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
            maxDepth: limits.filterDepth,
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
  const crs = values.crs ?? crs84;
  return {
    question: {
      register: register.id,
      caller: context.caller,
      ...(filter === undefined ? {} : { filter }),
      ...(box ? { bbox: box } : {}),
      ...(values.datetime ? { datetime: values.datetime } : {}),
      ...(values.asOf === undefined ? {} : { asOf: await knownAt(context, values.asOf) }),
    },
    shape: {
      ...(values.sortby ? { sortBy: values.sortby } : {}),
      ...(values.properties ? { properties: values.properties } : {}),
      ...(values.skipGeometry ? { skipGeometry: true } : {}),
      ...(crs.epsg === 4326 ? {} : { epsg: crs.epsg }),
    },
    limit: values.limit ?? limits.pageSizeDefault,
    ...(values.token === undefined ? {} : { token: values.token }),
    crs,
    ...(values.f === undefined ? {} : { f: values.f }),
  };
}

/** A position beyond the head of the log is the head: pages must not see what is written while they are turned. */
export async function knownAt({ services }: RequestContext, asOf: string | number): Promise<string | number> {
  return typeof asOf === 'number' ? Math.min(asOf, await services.reader.position()) : asOf;
}
