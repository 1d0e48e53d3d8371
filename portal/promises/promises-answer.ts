import { useQuery } from '@tanstack/react-query';
import { type Ask, apiPath, requestJson } from '../api/request.ts';
import { useLanguage } from '../ui/language-context.tsx';

export const statuses = ['late', 'open', 'unknown', 'kept', 'lapsed'] as const;
export type Status = (typeof statuses)[number];

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface PromiseEvent extends Named {
  readonly kind: string;
  readonly day: string;
  readonly evidence: readonly string[];
}

/** A promise as `/promises` tells it. */
export interface PortalPromise extends Named {
  readonly agreement?: Named;
  readonly obligor?: Named;
  readonly parties: readonly Named[];
  readonly clause?: string;
  readonly condition?: string;
  readonly status: Status;
  readonly reason: string;
  readonly daysLate?: number;
  readonly daysLeft?: number;
  readonly due?: string;
  readonly on?: string;
  readonly evidence: readonly string[];
  readonly events: readonly PromiseEvent[];
  readonly note?: string;
  readonly label?: string;
  readonly source?: string;
}

export interface PromisesAnswer {
  readonly datetime: string;
  readonly summary: Readonly<Record<Status | 'total' | 'withoutEvidence', number>>;
  readonly parties: readonly Named[];
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly promises: readonly PortalPromise[];
}

/** What the portal asks; names are those of the API, so that the page's address is the API's. */
export interface PromisesQuestion {
  readonly datetime?: string | undefined;
  readonly asOf?: string | undefined;
  readonly party?: string | undefined;
}

/** All promises of a day; they are few enough to be chosen from here, so that the figures of the head stay. */
export function usePromises(question: PromisesQuestion) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['promises', question, language],
    queryFn: ({ signal }) => fetchPromises(question, { language, signal }),
    placeholderData: (former) => former,
  });
}

function fetchPromises(question: PromisesQuestion, ask: Ask): Promise<PromisesAnswer> {
  return requestJson<PromisesAnswer>(apiPath(['promises'], { ...question, limit: 10_000 }), ask);
}
