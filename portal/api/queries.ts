import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { type Basemap, basemapOf, fetchOutline } from './basemap.ts';
import { fetchCollection, fetchCollections } from './collections.ts';
import { fetchItems, type ItemsQuery } from './items.ts';
import { fetchLanding } from './landing.ts';
import { fetchHistory, fetchRecord, type RecordTimes } from './record.ts';
import { fetchQueryables, fetchSchema } from './schema.ts';
import { fetchSearch } from './search.ts';
import { fetchStyle } from './tiles.ts';

/** Descriptions change when registers change, which is seldom; records are asked anew after a few seconds. */
const descriptionLifeMs = 300_000;

export function useCollections() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['collections', language],
    queryFn: ({ signal }) => fetchCollections({ language, signal }),
    staleTime: descriptionLifeMs,
  });
}

export function useCollection(id: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['collection', id, language],
    queryFn: ({ signal }) => fetchCollection(id, { language, signal }),
    staleTime: descriptionLifeMs,
  });
}

export function useSchema(id: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['schema', id, language],
    queryFn: ({ signal }) => fetchSchema(id, { language, signal }),
    staleTime: descriptionLifeMs,
  });
}

export function useQueryables(id: string, isWanted: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['queryables', id, language],
    queryFn: ({ signal }) => fetchQueryables(id, { language, signal }),
    staleTime: descriptionLifeMs,
    enabled: isWanted,
  });
}

/** A page of records; the former page stays in sight while the next one travels. */
export function useItems(id: string, query: ItemsQuery, isWanted = true) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['items', id, query, language],
    queryFn: ({ signal }) => fetchItems(id, query, { language, signal }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export function useRecord(register: string, id: string, times: RecordTimes) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['record', register, id, times, language],
    queryFn: ({ signal }) => fetchRecord(register, id, times, { language, signal }),
  });
}

export function useHistory(register: string, id: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['history', register, id, language],
    queryFn: ({ signal }) => fetchHistory(register, id, { language, signal }),
  });
}

export function useSearch(words: string, limit: number) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['search', words, limit, language],
    queryFn: ({ signal }) => fetchSearch(words, limit, { language, signal }),
    enabled: words.length > 1,
    placeholderData: words.length > 1 ? keepPreviousData : undefined,
  });
}

export function useLanding() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['landing', language],
    queryFn: ({ signal }) => fetchLanding({ language, signal }),
    staleTime: descriptionLifeMs,
  });
}

/** What every map is drawn on. */
export function useBasemap(): { readonly data: Basemap | undefined; readonly isPending: boolean } {
  const { data: collections } = useCollections();
  const { data: landing, isPending } = useLanding();
  const data = useMemo(
    () => (collections === undefined || isPending ? undefined : basemapOf(collections, landing?.basemap)),
    [collections, landing, isPending],
  );
  return { data, isPending: data === undefined };
}

/** The country's shapes; asked once for as long as the portal is open. */
export function useOutline() {
  const { language } = useLanguage();
  const { data: basemap } = useBasemap();
  return useQuery({
    queryKey: ['outline', JSON.stringify(basemap?.layers)],
    queryFn: ({ signal }) => fetchOutline(basemap!, { language, signal }),
    enabled: basemap !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Layers and legend of a register, in the reader's language. */
export function useStyle(register: string, isDark: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['style', register, isDark, language],
    queryFn: ({ signal }) => fetchStyle(register, isDark, { language, signal }),
    staleTime: descriptionLifeMs,
    placeholderData: keepPreviousData,
  });
}
