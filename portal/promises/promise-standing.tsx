import { Link } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import { promiseSentence } from './promise-sentence.ts';
import { usePromises } from './promises-answer.ts';

interface PromiseStandingProps {
  readonly record: string;
  readonly datetime?: string | undefined;
  readonly asOf?: string | undefined;
}

/** How a promise stands on the day that is looked at, computed and not typed in. */
export function PromiseStanding({ record, datetime, asOf }: PromiseStandingProps) {
  const { t, formats } = useLanguage();
  const answer = usePromises({ datetime: datetime?.slice(0, 10), asOf });
  const promise = answer.data?.promises.find(({ id }) => id === record);
  if (answer.data === undefined || promise === undefined) return null;
  return (
    <section className="panel" aria-labelledby="promise-standing">
      <h2 id="promise-standing">{t('promises.standing')}</h2>
      <p data-status={promise.status}>
        <span className="promise-status" data-status={promise.status}>
          {t(`promises.status.${promise.status}`)}
        </span>{' '}
        {promiseSentence(promise, t, formats)}
      </p>
      <p className="help">
        {t('promises.asOf', { day: formats.date(answer.data.datetime) })}{' '}
        <Link to={`/promises?status=${promise.status}`}>{t('promises.others')}</Link>
      </p>
    </section>
  );
}
