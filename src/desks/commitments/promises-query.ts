import { Problem } from '../../kernel/errors.ts';
import {
  anyText,
  countUpTo,
  oneOf,
  type Parser,
  type RawQuery,
  requireParameters,
} from '../../kernel/http/parameters.ts';
import { asOfParameter, datetimeParameter } from '../../kernel/http/time-parameters.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { TimeRange } from '../../kernel/query/question.ts';
import { type Day, type Status, statuses } from './engine/promise.ts';
import type { PromiseView } from './promise-view.ts';

/** What `/promises` was asked. */
export interface PromisesQuery {
  readonly day: Day;
  readonly asOf: string | Position | undefined;
  readonly party: string | undefined;
  readonly status: readonly Status[] | undefined;
  readonly due: TimeRange | undefined;
  readonly evidence: 'none' | 'some' | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly f: string | undefined;
}

const statusList: Parser<readonly Status[]> = (text) => {
  const asked = text.split(',');
  return asked.every((each): each is Status => (statuses as readonly string[]).includes(each))
    ? { value: asked }
    : { code: 'not-allowed', params: { allowed: statuses.join(', ') } };
};

export const mostPromises = 10_000;
const defaultLimit = 1_000;

/** @throws {Problem} `invalid-parameter` with everything that is wrong; `datetime` is one day, not a period */
export function readPromisesQuery(query: RawQuery, today: Day): PromisesQuery {
  const read = requireParameters(query, {
    datetime: datetimeParameter,
    asOf: asOfParameter,
    party: anyText,
    status: statusList,
    due: datetimeParameter,
    evidence: oneOf('none', 'some'),
    limit: countUpTo(1, mostPromises),
    offset: countUpTo(0, mostPromises),
    // How the portal arranges them; the answer is the same.
    view: oneOf('date', 'party'),
    f: anyText,
  });
  const { datetime } = read;
  if (datetime && datetime.from?.slice(0, 10) !== datetime.to?.slice(0, 10))
    throw new Problem('invalid-parameter', {}, [
      {
        pointer: 'parameter:datetime',
        code: 'not-allowed',
        params: { value: String(query.datetime), allowed: 'YYYY-MM-DD' },
      },
    ]);
  return {
    day: datetime?.from?.slice(0, 10) ?? today,
    asOf: read.asOf,
    party: read.party,
    status: read.status,
    due: read.due,
    evidence: read.evidence,
    limit: read.limit ?? defaultLimit,
    offset: read.offset ?? 0,
    f: read.f,
  };
}

/** The promises that a question is about: what is due first, then what has no day, in the order of the register. */
export function chosenPromises(
  promises: readonly PromiseView[],
  query: PromisesQuery,
): readonly PromiseView[] {
  const { party, status, due, evidence } = query;
  const [from, to] = [due?.from?.slice(0, 10) ?? '', due?.to?.slice(0, 10) ?? '9999-12-31'];
  const chosen = promises.filter(({ verdict, parties, evidence: documents }) => {
    if (party !== undefined && !parties.some(({ id }) => id === party)) return false;
    if (status !== undefined && !status.includes(verdict.status)) return false;
    if (due && (verdict.due === undefined || verdict.due < from || verdict.due > to)) return false;
    return evidence === undefined || documents.length > 0 === (evidence === 'some');
  });
  const day = ({ verdict }: PromiseView) => verdict.due ?? '9999-99-99';
  return chosen.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
