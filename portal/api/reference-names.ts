import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Language } from '../../src/kernel/i18n/language.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText } from '../ui/value-text.ts';
import { fetchItems } from './items.ts';
import { useCollections } from './queries.ts';
import { fetchRecord } from './record.ts';
import type { Ask } from './request.ts';
import { fetchSchema } from './schema.ts';

/** A field's value that is the id of a record in another register. */
export interface Reference {
  readonly register: string;
  readonly id: string;
}

/** Names of records by `register/id`. */
export type ReferenceNames = ReadonlyMap<string, string>;

export function referenceKey({ register, id }: Reference): string {
  return `${register}/${id}`;
}

/** Registers up to this size are asked for all names at once; of larger ones, each record by itself. */
const mostAtOnce = 1000;
const mostSingly = 24;
/** Names of what no longer holds are wanted too. */
const anyTime = '../..';
const lifeMs = 300_000;

/** Names of referenced records; ids that lead nowhere are left out and stay readable as ids. */
export function useReferenceNames(references: readonly Reference[]): ReferenceNames {
  const { language } = useLanguage();
  const { data: collections } = useCollections();
  const wanted = new Map(references.map((reference) => [referenceKey(reference), reference]));
  const isSmall = (register: string) =>
    (collections?.find(({ id }) => id === register)?.count ?? Number.POSITIVE_INFINITY) <= mostAtOnce;
  const registers = new Set([...wanted.values()].map(({ register }) => register));
  const whole = [...registers].filter(isSmall);
  const single = [...wanted.values()].filter(({ register }) => !isSmall(register)).slice(0, mostSingly);
  const options = { staleTime: lifeMs, retry: false, enabled: collections !== undefined };
  const answers = useQueries({
    queries: [
      ...whole.map((register) => ({
        ...options,
        queryKey: ['names', register, language],
        queryFn: ({ signal }: { signal: AbortSignal }) => namesOfAll(register, { language, signal }),
      })),
      ...single.map((reference) => ({
        ...options,
        queryKey: ['name', referenceKey(reference), language],
        queryFn: ({ signal }: { signal: AbortSignal }) => nameOfOne(reference, { language, signal }),
      })),
    ],
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => new Map(answers.flatMap((pairs) => pairs ?? [])), [answers]);
}

type Pair = readonly [key: string, name: string];

async function namesOfAll(register: string, ask: Ask): Promise<readonly Pair[]> {
  const { titleField } = await fetchSchema(register, ask);
  if (titleField === undefined) return [];
  const query = { properties: titleField, skipGeometry: true, limit: mostAtOnce, datetime: anyTime };
  const { features } = await fetchItems(register, query, ask);
  return features.flatMap(({ id, properties }) =>
    pair({ register, id }, properties[titleField], ask.language),
  );
}

async function nameOfOne(reference: Reference, ask: Ask): Promise<readonly Pair[]> {
  const { titleField } = await fetchSchema(reference.register, ask);
  const { properties } = await fetchRecord(reference.register, reference.id, {}, ask);
  return titleField === undefined ? [] : pair(reference, properties[titleField], ask.language);
}

function pair(reference: Reference, value: unknown, language: Language): readonly Pair[] {
  const name = localizedText(value, language);
  return name === undefined ? [] : [[referenceKey(reference), name]];
}
