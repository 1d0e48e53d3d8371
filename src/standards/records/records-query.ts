import { Problem, type Violation } from '../../kernel/errors.ts';
import { lonLatBoxParameter } from '../../kernel/http/bbox-parameter.ts';
import {
  anyText,
  countUpTo,
  oneOf,
  type Parsed,
  type Parser,
  type RawQuery,
  readParameters,
} from '../../kernel/http/parameters.ts';
import { problemOfFilter } from '../../kernel/http/problem-of.ts';
import { datetimeParameter } from '../../kernel/http/time-parameters.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { type FilterLanguage, filterLanguages, parseFilter } from '../../kernel/query/filter.ts';
import { FilterError } from '../../kernel/query/filter-error.ts';
import { defaultLimits } from '../../kernel/query/limits.ts';
import type { Box, SortKey, TimeRange } from '../../kernel/query/question.ts';
import type { Cql2Expression } from '../../kernel/query/tree.ts';
import type { RecordsContext } from './context.ts';
import { recordFields, recordScope } from './record-fields.ts';

const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** What a request for records asks. */
export interface RecordsQuery {
  /** Phrases of which one has to be there (`/req/record-core-query-parameters/q-response`). */
  readonly q?: readonly string[];
  /** Words that all have to be there, in any order: an extension of ours, for people who type. */
  readonly words?: string;
  readonly bbox?: Box;
  readonly datetime?: TimeRange;
  readonly types?: readonly string[];
  readonly ids?: readonly string[];
  readonly externalIds?: readonly string[];
  readonly themes?: readonly string[];
  readonly custodians?: readonly string[];
  readonly desks?: readonly string[];
  readonly filter?: Cql2Expression;
  readonly sortBy?: readonly SortKey[];
  readonly limit: number;
  readonly offset: number;
  readonly f?: string;
}

const list: Parser<readonly string[]> = (text) => {
  const read = anyText(text);
  return 'value' in read
    ? {
        value: read.value
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      }
    : read;
};

const wordsParameter: Parser<string> = (text) =>
  text.length <= 200 && !text.includes('\0')
    ? { value: text }
    : { code: 'search-words', params: { maximum: 8 } };

const sortby: Parser<readonly SortKey[]> = (text): Parsed<readonly SortKey[]> => {
  const allowed = recordFields.filter(({ isSortable }) => isSortable).map(({ name }) => name);
  const keys: SortKey[] = [];
  for (const part of text.split(',')) {
    const name = part.trim().replace(/^[-+]/, '');
    if (!allowed.includes(name))
      return { code: 'sort-field', params: { value: name, allowed: allowed.join(', ') } };
    if (keys.some((key) => key.field === name)) return { code: 'sort-twice', params: { value: name } };
    keys.push({ field: name, descending: part.trim().startsWith('-') });
  }
  return { value: keys };
};

/** Parameters in the order in which they are told to somebody who asks for one that is not there. */
export const recordParameters = (pageSize: number) => ({
  q: list,
  words: wordsParameter,
  bbox: lonLatBoxParameter,
  datetime: datetimeParameter,
  type: list,
  ids: list,
  externalIds: list,
  theme: list,
  custodian: list,
  desk: list,
  filter: anyText,
  'filter-lang': oneOf(...filterLanguages),
  'filter-crs': oneOf(crs84),
  sortby,
  limit: countUpTo(1, pageSize),
  offset: countUpTo(0, 1_000_000),
  lang: oneOf(...languages),
  f: anyText,
});

/** Reads the query of `/items`. @throws {Problem} `invalid-parameter` or `invalid-filter` with everything that is wrong. */
export function readRecordsQuery({ request, settings }: RecordsContext): RecordsQuery {
  // `/req/record-core-query-parameters/empty-value`: a parameter without a value is as if it were not there.
  const given = Object.fromEntries(
    Object.entries(request.query as RawQuery).filter(([, value]) => value !== ''),
  );
  const { values, violations } = readParameters(given, recordParameters(settings.limits.pageSize));
  const problems: Violation[] = [...violations];
  let filter: Cql2Expression | undefined;
  if (values.filter !== undefined) {
    try {
      filter = filterOf(values.filter, values['filter-lang'] ?? 'cql2-text', settings.limits.filterDepth);
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      if (problems.length === 0) throw problemOfFilter(error);
      problems.push(...problemOfFilter(error).violations);
    }
  }
  if (problems.length > 0) throw new Problem('invalid-parameter', {}, problems);
  const {
    q,
    words,
    bbox,
    datetime,
    type,
    ids,
    externalIds,
    theme,
    custodian,
    desk,
    sortby: sortBy,
    f,
  } = values;
  return {
    ...(q && { q }),
    ...(words !== undefined && { words }),
    ...(bbox && { bbox }),
    ...(datetime && { datetime }),
    ...(type && { types: type }),
    ...(ids && { ids }),
    ...(externalIds && { externalIds }),
    ...(theme && { themes: theme }),
    ...(custodian && { custodians: custodian }),
    ...(desk && { desks: desk }),
    ...(filter !== undefined && { filter }),
    ...(sortBy && { sortBy }),
    limit: values.limit ?? settings.limits.pageSizeDefault,
    offset: values.offset ?? 0,
    ...(f !== undefined && { f }),
  };
}

function filterOf(source: string, language: FilterLanguage, maxDepth: number): Cql2Expression {
  return parseFilter(source, language, recordScope, { ...defaultLimits, maxDepth });
}
