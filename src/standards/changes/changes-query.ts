import { Problem, type Violation } from '../../kernel/errors.ts';
import { lonLatBoxParameter } from '../../kernel/http/bbox-parameter.ts';
import {
  anyText,
  countUpTo,
  oneOf,
  type Parser,
  type RawQuery,
  readParameters,
  trueOrFalse,
} from '../../kernel/http/parameters.ts';
import { problemOfFilter } from '../../kernel/http/problem-of.ts';
import { datetimeParameter } from '../../kernel/http/time-parameters.ts';
import type { Position } from '../../kernel/log/entry.ts';
import { type ChangeKind, changeKinds } from '../../kernel/log/feed/change.ts';
import { positionOfCursor, sinceParameter } from '../../kernel/log/feed/cursor.ts';
import { type Feed, openFeed } from '../../kernel/log/feed/open-feed.ts';
import { filterLanguages } from '../../kernel/query/filter.ts';
import { FilterError } from '../../kernel/query/filter-error.ts';
import type { ChangesContext } from './context.ts';

/** What a request for changes asks. */
export interface ChangesQuery {
  readonly feed: Feed;
  readonly since: Position;
  /** Set where the newest are asked for first: only those before this position. */
  readonly before?: Position;
  readonly withNovelty: boolean;
  readonly limit: number;
  /** Seconds to wait for something new. */
  readonly wait: number;
  readonly f?: string;
}

export const defaultLimit = 100;
const mostAtOnce = 2_000;

const kindsParameter: Parser<ReadonlySet<ChangeKind>> = (text) => {
  const kinds = text.split(',') as ChangeKind[];
  const unknown = kinds.find((kind) => !changeKinds.includes(kind));
  if (unknown !== undefined)
    return { code: 'not-allowed', params: { value: unknown, allowed: changeKinds.join(', ') } };
  return { value: new Set(kinds) };
};

/** `latest`, or a position: newest first, from the end or from there backwards. */
const beforeParameter: Parser<Position> = (text) => {
  if (text === 'latest') return { value: Number.MAX_SAFE_INTEGER };
  return /^\d{1,15}$/.test(text) ? { value: Number(text) } : { code: 'changes-since' };
};

const registersParameter: Parser<readonly string[]> = (text) => ({
  value: text.split(',').filter((id) => id !== ''),
});

/** Longest time that a request may wait for news: less than the server lets one take. */
export const mostWaitSeconds = (requestSeconds: number) => Math.max(0, Math.min(60, requestSeconds - 2));

/**
 * Reads the query of a feed.
 * @throws {Problem} with everything that is wrong; `register-not-found`
 */
export async function readChangesQuery(context: ChangesContext): Promise<ChangesQuery> {
  const { request, services, settings, caller, collection } = context;
  const { values, violations } = readParameters(request.query as RawQuery, {
    since: sinceParameter,
    before: beforeParameter,
    novelty: trueOrFalse,
    limit: countUpTo(1, mostAtOnce),
    ...(collection === undefined ? { registers: registersParameter } : {}),
    filter: anyText,
    'filter-lang': oneOf(...filterLanguages),
    bbox: lonLatBoxParameter,
    datetime: datetimeParameter,
    types: kindsParameter,
    wait: countUpTo(0, mostWaitSeconds(settings.limits.requestSeconds)),
    f: anyText,
  });
  const named = (values as { registers?: readonly string[] }).registers;
  const registers = collection === undefined ? named : [collection];
  const problems: Violation[] = [...violations];
  if (values.filter !== undefined && registers === undefined)
    problems.push({ pointer: 'parameter:filter', code: 'changes-filter-needs-registers' });
  if (problems.length > 0) throw new Problem('invalid-parameter', {}, problems);
  const feed = await openFeed(services.registry, {
    caller,
    ...(registers && { registers }),
    ...(values.filter !== undefined && {
      filter: { source: values.filter, language: values['filter-lang'] ?? 'cql2-text' },
    }),
    ...(values.bbox && { bbox: values.bbox }),
    ...(values.datetime && { datetime: values.datetime }),
    ...(values.types && { kinds: values.types }),
  }).catch((error) => {
    throw error instanceof FilterError ? problemOfFilter(error) : error;
  });
  return {
    feed,
    since: await positionOfCursor(services.database, lastEventId(request.headers) ?? values.since ?? 0),
    limit: values.limit ?? defaultLimit,
    ...(values.before === undefined ? {} : { before: values.before }),
    withNovelty: values.novelty ?? false,
    wait: values.wait ?? 0,
    ...(values.f === undefined ? {} : { f: values.f }),
  };
}

/** Where a stream that was cut goes on: it wins over `since`, which a client that reconnects sends again as it was. */
function lastEventId(headers: ChangesContext['request']['headers']): Position | undefined {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}
