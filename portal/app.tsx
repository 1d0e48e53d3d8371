import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import type { Language } from '../src/kernel/i18n/language.ts';
import { RequestError } from './api/problem.ts';
import { routes } from './routes.tsx';
import type { Catalogue } from './strings/en.ts';
import { loadCatalogue } from './strings/load-catalogue.ts';
import { rememberLanguage } from './ui/language-choice.ts';
import { LanguageProvider } from './ui/language-context.tsx';

interface Speech {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

const mostRetries = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      // A refusal stays a refusal; only silence and a busy server are asked again.
      retry: (failures, error) =>
        failures < mostRetries &&
        error instanceof RequestError &&
        (error.status === 0 || error.status === 503),
    },
  },
});

const router = createBrowserRouter(routes);

/** Everything the rooms stand in: language, questions to the server, addresses. */
export function App({ initial }: { readonly initial: Speech }) {
  const [speech, setSpeech] = useState(initial);
  const choose = useCallback((language: Language) => {
    void loadCatalogue(language).then((catalogue) => {
      rememberLanguage(language, true);
      setSpeech({ language, catalogue });
    });
  }, []);
  return (
    <LanguageProvider language={speech.language} catalogue={speech.catalogue} choose={choose}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  );
}
