import { lazy, Suspense, useState } from 'react';
import type { Collection } from '../api/collections.ts';
import type { CountQuery } from '../api/count.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { StatementList } from './statement-list.tsx';
import { useCount } from './use-count.ts';

const StateCompleteness = lazy(async () => ({
  default: (await import('./state-completeness.tsx')).StateCompleteness,
}));

interface CountSentenceProps {
  readonly collection: Collection;
  readonly question: CountQuery;
}

/** How many there were under the present question, in one sentence, with who answers for it. */
export function CountSentence({ collection, question }: CountSentenceProps) {
  const { t } = useLanguage();
  const { session } = useSession();
  const { filter, datetime, asOf, bbox } = question;
  const count = useCount(collection.id, { filter, datetime, asOf, bbox });
  const [isStating, setStating] = useState(false);
  // What is wrong with the question is said where it was asked.
  if (count.isError) return null;
  const { data } = count;
  return (
    <section
      className="count-line"
      data-known={data === undefined ? undefined : data.unknown !== true}
      aria-busy={count.isFetching}
    >
      <p className="count-sentence" role="status">
        {data === undefined ? t('count.loading') : data.sentence}
      </p>
      {data !== undefined && data.statements.length > 0 && (
        <details className="count-statements">
          <summary>{t('count.statements', { count: data.statements.length })}</summary>
          <StatementList statements={data.statements} />
        </details>
      )}
      {session !== undefined && (
        <button type="button" className="count-state" onClick={() => setStating(true)}>
          {t('count.state')}
        </button>
      )}
      {isStating && (
        <Suspense>
          <StateCompleteness collection={collection} question={question} onClose={() => setStating(false)} />
        </Suspense>
      )}
    </section>
  );
}
