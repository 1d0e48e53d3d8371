import { useNavigate, useSearchParams } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { PromiseFigures } from './promise-figures.tsx';
import { type PromisesAddress, readAddress, writeAddress } from './promises-address.ts';
import { usePromises } from './promises-answer.ts';
import { PromisesByDate } from './promises-by-date.tsx';
import { PromisesByParty } from './promises-by-party.tsx';
import { PromisesTools } from './promises-tools.tsx';

/** What was promised: what is late, what is due next, what nobody can show; by date or by party, as of any day. */
export function PromisesPage() {
  const { t, formats } = useLanguage();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const address = readAddress(search);
  const { datetime, asOf, party, status, isWithoutEvidence, view } = address;
  const answer = usePromises({ datetime, asOf, party });
  useTitle(t('promises.title'));
  const go = (change: Partial<PromisesAddress>) =>
    navigate(writeAddress({ ...address, ...change }), { preventScrollReset: true });

  if (answer.error !== null)
    return (
      <div className="desks">
        <h1>{t('promises.title')}</h1>
        <QuestionError level={2} error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  if (answer.data === undefined) return <RoomLoading />;
  const shown = answer.data.promises.filter(
    (promise) =>
      (status === undefined || promise.status === status) &&
      (!isWithoutEvidence || promise.evidence.length === 0),
  );
  return (
    <div className="desks promises">
      <header className="promises-head">
        <h1>{t('promises.title')}</h1>
        <p className="help">{t('promises.asOf', { day: formats.date(answer.data.datetime) })}</p>
      </header>
      <PromiseFigures summary={answer.data.summary} address={address} />
      <PromisesTools address={address} parties={answer.data.parties} today={answer.data.datetime} go={go} />
      {shown.length === 0 ? (
        <p className="panel quiet">
          {t(answer.data.promises.length === 0 ? 'promises.none' : 'promises.noneChosen')}
        </p>
      ) : view === 'party' ? (
        <PromisesByParty promises={shown} />
      ) : (
        <PromisesByDate promises={shown} />
      )}
    </div>
  );
}
