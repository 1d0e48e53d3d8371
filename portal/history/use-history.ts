import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchHistoryDiff, fetchHistoryPage } from '../api/history.ts';
import { useLanguage } from '../ui/language-context.tsx';

/** Entries of a record, newest first, page after page. */
export function useHistoryPages(register: string, id: string) {
  const { language } = useLanguage();
  const query = useInfiniteQuery({
    queryKey: ['history', register, id, 'pages', language],
    queryFn: ({ signal, pageParam }) => fetchHistoryPage(register, id, pageParam, { language, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ before }) => before,
  });
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.entries), [query.data]);
  return { ...query, entries };
}

/** What two entries say differently. */
export function useHistoryDiff(register: string, id: string, from: number, to: number) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['history', register, id, 'diff', from, to],
    queryFn: ({ signal }) => fetchHistoryDiff(register, id, { from, to }, { language, signal }),
  });
}
