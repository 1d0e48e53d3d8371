import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ItemsQuery } from '../api/items.ts';

/** The question that stands in the address: its parameters are those of the API, so it can be shared and replayed. */
export type RegisterQuestion = Pick<
  ItemsQuery,
  'filter' | 'datetime' | 'asOf' | 'bbox' | 'sortby' | 'properties' | 'token'
>;

const names = ['filter', 'datetime', 'asOf', 'bbox', 'sortby', 'properties', 'token'] as const;

export function readQuestion(search: URLSearchParams): RegisterQuestion {
  const entries = names.flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Address of a register's records under a question; the language of the filter goes with the filter. */
export function questionSearch(question: RegisterQuestion): string {
  const search = new URLSearchParams();
  for (const name of names) {
    const value = question[name];
    if (value !== undefined && value !== '') search.set(name, value);
    if (name === 'filter' && search.has('filter')) search.set('filter-lang', 'cql2-text');
  }
  return search.size > 0 ? `?${search}` : '';
}

/** Tokens of the pages before this one travel beside the address, so that "previous" needs no second direction. */
interface PageTrail {
  readonly trail?: readonly (string | null)[];
}

export interface QuestionState {
  readonly question: RegisterQuestion;
  /** Asks anew from the first page. */
  readonly change: (part: RegisterQuestion) => void;
  readonly turnTo: (token: string | undefined, trail: readonly (string | null)[]) => void;
}

export function useRegisterQuestion(register: string): QuestionState {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const question = useMemo(() => readQuestion(search), [search]);
  return useMemo(() => {
    const go = (next: RegisterQuestion, state: PageTrail) => {
      const pathname = `/collections/${encodeURIComponent(register)}/items`;
      void navigate(
        { pathname, search: questionSearch(next), hash: location.hash },
        { state, preventScrollReset: true },
      );
    };
    return {
      question,
      change: (part) => go({ ...question, ...part, token: undefined }, {}),
      turnTo: (token, trail) => go({ ...question, token }, { trail }),
    };
  }, [question, register, navigate]);
}
