import { narrow } from '../../kernel/access/narrow.ts';
import { Problem, type Violation } from '../../kernel/errors.ts';
import {
  anyText,
  clip,
  oneOf,
  type Parser,
  type RawQuery,
  readParameters,
} from '../../kernel/http/parameters.ts';
import { problemOfFilter } from '../../kernel/http/problem-of.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { filterLanguages, parseFilter } from '../../kernel/query/filter.ts';
import { FilterError } from '../../kernel/query/filter-error.ts';
import { defaultLimits } from '../../kernel/query/limits.ts';
import { scopeOf } from '../../kernel/register/queryables.ts';
import type { Register } from '../../kernel/register/register.ts';
import type { TileDemand } from '../../kernel/tiles/tile-service.ts';
import type { RequestContext, Subject } from './context.ts';

/** Registers that one tile shows at most. */
export const mostCollections = 12;

export type TileQuery = Omit<TileDemand, 'frame' | 'caller'> & {
  readonly f?: string | undefined;
  readonly chosen: readonly Register[];
};

/** `subset=datetime("…":"…")` (OGC 20-057, `/req/datetime/axis`): the same as `datetime=…/…`. */
const subsetParameter: Parser<NonNullable<TileDemand['datetime']>> = (text) => {
  const inner = /^datetime\((.*)\)$/.exec(text.trim())?.[1];
  const ends = inner === undefined ? undefined : /^("[^"]*"|\*)(?::("[^"]*"|\*))?$/.exec(inner);
  if (!ends) return { code: 'datetime' };
  const plain = (end: string) => (end === '*' ? '..' : end.slice(1, -1));
  return datetimeParameter(ends[2] === undefined ? plain(ends[1]!) : `${plain(ends[1]!)}/${plain(ends[2])}`);
};

/**
 * What a tile or tileset is asked for: two times, filter, properties and, of several registers, which.
 * @throws {Problem} `invalid-parameter` or `invalid-filter` with everything that is wrong.
 */
export function readTileQuery(context: RequestContext, subject: Subject): TileQuery {
  const { values, violations } = readParameters(context.request.query as RawQuery, {
    ...(subject.isWhole ? { collections: anyText } : {}),
    datetime: datetimeParameter,
    subset: subsetParameter,
    asOf: asOfParameter,
    filter: anyText,
    'filter-lang': oneOf(...filterLanguages),
    properties: anyText,
    f: anyText,
  });
  const problems: Violation[] = [...violations];
  const chosen = chosenOf(subject, (values as { collections?: string }).collections, problems);
  const views = chosen.map((register) => narrow(register, context.caller));
  const known = new Set(views.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const names = values.properties === '' ? [] : values.properties?.split(',');
  for (const name of names ?? [])
    if (!known.has(name))
      problems.push({
        pointer: 'parameter:properties',
        code: 'property-unknown',
        params: { value: clip(name), allowed: [...known].slice(0, 100).join(', ') },
      });
  if (problems.length > 0) throw new Problem('invalid-parameter', {}, problems);
  const filter = values.filter === undefined ? undefined : filterOf(context, chosen, views, values);
  return {
    chosen,
    registers: chosen.map(({ id }) => id),
    filter,
    datetime: values.datetime ?? values.subset,
    asOf: values.asOf,
    properties: names,
    f: values.f,
  };
}

/** One tree for all registers; it must fit each of them. */
function filterOf(
  { settings }: RequestContext,
  chosen: readonly Register[],
  views: readonly ReturnType<typeof narrow>[],
  {
    filter,
    'filter-lang': language = 'cql2-text',
  }: { filter?: string; 'filter-lang'?: 'cql2-text' | 'cql2-json' },
) {
  try {
    const limits = { ...defaultLimits, maxDepth: settings.limits.filterDepth };
    const trees = chosen.map((register, index) =>
      parseFilter(filter!, language, scopeOf(register, views[index]!), limits),
    );
    return trees[0];
  } catch (error) {
    throw error instanceof FilterError ? problemOfFilter(error) : error;
  }
}

function chosenOf(subject: Subject, text: string | undefined, problems: Violation[]): readonly Register[] {
  if (text === undefined) return subject.registers.slice(0, subject.isWhole ? mostCollections : 1);
  const pointer = 'parameter:collections';
  const ids = [...new Set(text.split(',').map((id) => id.trim()))];
  if (ids.length > mostCollections)
    problems.push({ pointer, code: 'tile-collections-limit', params: { maximum: mostCollections } });
  const chosen = ids.flatMap((id) => {
    const register = subject.registers.find((each) => each.id === id);
    if (register) return [register];
    const allowed = subject.registers.map((each) => each.id).join(', ');
    problems.push({ pointer, code: 'tile-collections', params: { value: clip(id), allowed } });
    return [];
  });
  return chosen.slice(0, mostCollections);
}
