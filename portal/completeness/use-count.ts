import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type CountQuery, fetchCount } from '../api/count.ts';
import { useLanguage } from '../ui/language-context.tsx';

/** How many a question finds, and who answers for it that this is all. */
export function useCount(register: string, query: CountQuery) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['count', register, query, language],
    queryFn: ({ signal }) => fetchCount(register, query, { language, signal }),
    placeholderData: keepPreviousData,
  });
}
