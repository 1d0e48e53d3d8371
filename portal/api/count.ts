import type { ItemsQuery } from './items.ts';
import { type Ask, apiPath, requestJson } from './request.ts';

/** A statement that a register is complete, as a count names it. */
export interface CountStatement {
  readonly id: string;
  readonly custodian: { readonly id: string; readonly title: string };
  readonly basis: string;
  readonly evidence: readonly { readonly id: string; readonly href: string; readonly title?: string }[];
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly isEverywhere: boolean;
  readonly source: string | null;
  readonly label: string | null;
}

/** How many there were, in words and figures, and who answers for it. */
export interface Count {
  readonly sentence: string;
  readonly count: number;
  readonly undated: number;
  readonly isComplete: boolean;
  readonly unknown?: boolean;
  readonly statements: readonly CountStatement[];
}

export type CountQuery = Pick<ItemsQuery, 'filter' | 'datetime' | 'asOf' | 'bbox'>;

export function fetchCount(id: string, { filter, ...times }: CountQuery, ask: Ask): Promise<Count> {
  const parameters = { ...times, filter, 'filter-lang': filter === undefined ? undefined : 'cql2-text' };
  return requestJson<Count>(apiPath(['collections', id, 'count'], parameters), ask);
}

/** How many changes fell into a span of time. */
export interface ChangeMark {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface ChangeTimes {
  readonly valid: readonly ChangeMark[];
  readonly recorded: readonly ChangeMark[];
}

export function fetchChangeTimes(id: string, ask: Ask): Promise<ChangeTimes> {
  return requestJson<ChangeTimes>(apiPath(['collections', id, 'times']), ask);
}
