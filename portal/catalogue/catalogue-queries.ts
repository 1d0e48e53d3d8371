import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type CatalogueQuestion, fetchCatalogueRecord, fetchRecords, fetchThemes } from '../api/catalogue.ts';
import { useLanguage } from '../ui/language-context.tsx';

/** Records that answer; the former ones stay in sight while the next ones travel. */
export function useRecords(question: CatalogueQuestion) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['catalogue', question, language],
    queryFn: ({ signal }) => fetchRecords(question, { language, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useCatalogueRecord(id: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['catalogue-record', id, language],
    queryFn: ({ signal }) => fetchCatalogueRecord(id, { language, signal }),
  });
}

export function useThemes(asOf: string | undefined) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['themes', asOf, language],
    queryFn: ({ signal }) => fetchThemes(asOf, { language, signal }),
    placeholderData: keepPreviousData,
  });
}
