import { useQueries } from '@tanstack/react-query';
import { useLanguage } from '../ui/language-context.tsx';
import { localizedText } from '../ui/value-text.ts';
import { fetchRecord } from './record.ts';
import { fetchSchema } from './schema.ts';

export interface Reference {
  readonly register: string;
  readonly id: string;
}

const lifeMs = 300_000;

/** Names of referenced records by id; ids that lead nowhere are left out and stay readable as ids. */
export function useReferenceNames(references: readonly Reference[]): ReadonlyMap<string, string> {
  const { language } = useLanguage();
  const answers = useQueries({
    queries: references.map(({ register, id }) => ({
      queryKey: ['reference', register, id, language],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const ask = { language, signal };
        const [schema, record] = await Promise.all([
          fetchSchema(register, ask),
          fetchRecord(register, id, {}, ask),
        ]);
        const name = localizedText(record.properties[schema.titleField ?? ''], language);
        return [id, name ?? id] as const;
      },
      staleTime: lifeMs,
      retry: false,
    })),
  });
  return new Map(answers.flatMap(({ data }) => (data === undefined ? [] : [data])));
}
