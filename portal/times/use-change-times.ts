import { useQuery } from '@tanstack/react-query';
import { fetchChangeTimes } from '../api/count.ts';
import { useLanguage } from '../ui/language-context.tsx';

/** When something of a register changed. */
export function useChangeTimes(register: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['times', register],
    queryFn: ({ signal }) => fetchChangeTimes(register, { language, signal }),
  });
}
