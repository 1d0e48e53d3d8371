import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { fetchReleaseJob, stopRelease } from '../api/releases.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';

const pollMs = 700;

interface ReleaseProgressProps {
  readonly job: string;
  readonly onMade: () => void;
}

/** How far a release is, what came of it, and the way to stop it. */
export function ReleaseProgress({ job, onMade }: ReleaseProgressProps) {
  const { t, language, formats } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['release-job', job],
    queryFn: ({ signal }) => fetchReleaseJob(job, { language, signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || ['waiting', 'running'].includes(state.data.status) ? pollMs : false,
  });
  const isMade = data?.status === 'made';
  useEffect(() => {
    if (isMade) onMade();
  }, [isMade, onMade]);
  if (error !== null) return <QuestionError level={2} error={error} retry={() => void refetch()} />;
  if (data === undefined) return <p role="status">{t('state.loading')}</p>;
  const { status, progress, release, isNew, problem } = data;
  if (status === 'made')
    return (
      <p role="status" className="release-outcome">
        {t(isNew ? 'releases.madeNew' : 'releases.madeThere')}{' '}
        <Link to={`/releases/${release}`}>{t('releases.open')}</Link>
      </p>
    );
  if (status === 'cancelled') return <p role="status">{t('releases.stopped')}</p>;
  if (status === 'failed')
    return (
      <div role="alert" className="ds-validation-message">
        <p>{t('releases.failed')}</p>
        {[problem?.detail, ...(problem?.errors ?? []).map(({ detail }) => detail)].map(
          (sentence) => sentence !== undefined && <p key={sentence}>{sentence}</p>,
        )}
      </div>
    );
  const stage = t(`releases.stage.${status === 'waiting' ? 'waiting' : (progress?.stage ?? 'proving')}`);
  const isCounted = progress !== undefined && progress.total > 0;
  return (
    <div className="release-progress">
      <p role="status">{stage}</p>
      <progress aria-label={stage} {...(isCounted ? { value: progress.done, max: progress.total } : {})} />
      {isCounted && (
        <p className="help">
          {formats.number(progress.done)} / {formats.number(progress.total)}
        </p>
      )}
      <button
        type="button"
        className="tool"
        onClick={() => void stopRelease(job, { language }).then(() => refetch())}
      >
        {t('releases.stop')}
      </button>
    </div>
  );
}
