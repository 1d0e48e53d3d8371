import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchReleases } from '../api/releases.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { useTitle } from '../ui/use-title.ts';
import { CompareReleases } from './compare-releases.tsx';
import { MakeRelease } from './make-release.tsx';
import { useRegisterNames } from './register-names.ts';
import { ReleaseCard } from './release-card.tsx';

const pageSize = 20;

/** The room of releases: which there are, what differs between two, and making one. */
export function ReleasesPage() {
  const { t, language } = useLanguage();
  const [limit, setLimit] = useState(pageSize);
  const nameOf = useRegisterNames();
  const { data, error, refetch } = useQuery({
    queryKey: ['releases', limit],
    queryFn: ({ signal }) => fetchReleases(limit, { language, signal }),
    placeholderData: keepPreviousData,
  });
  useTitle(t('app.releases'));
  return (
    <div className="releases">
      <h1>{t('app.releases')}</h1>
      <p className="release-lead">{t('releases.lead')}</p>
      {error !== null ? (
        <QuestionError level={2} error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <div role="status">
          <span className="ds-sr-only">{t('state.loading')}</span>
          <span className="outline" data-kind="card" />
        </div>
      ) : (
        <div className="release-columns">
          <section>
            {data.releases.length === 0 ? (
              <Notice level={2} title={t('releases.none')} text={t('releases.noneText')} />
            ) : (
              <>
                <h2>{t('releases.count', { count: data.numberMatched })}</h2>
                <ul className="release-cards">
                  {data.releases.map((release) => (
                    <ReleaseCard key={release.id} release={release} nameOf={nameOf} />
                  ))}
                </ul>
                {data.releases.length < data.numberMatched && (
                  <button type="button" className="tool" onClick={() => setLimit(limit + pageSize)}>
                    {t('releases.more')}
                  </button>
                )}
              </>
            )}
          </section>
          <div className="release-side">
            <CompareReleases
              key={data.releases.map(({ id }) => id).join()}
              releases={data.releases}
              nameOf={nameOf}
            />
            <MakeRelease />
          </div>
        </div>
      )}
    </div>
  );
}
