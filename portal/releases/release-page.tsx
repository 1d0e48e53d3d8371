import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { fetchRelease, type Release } from '../api/releases.ts';
import { apiPath } from '../api/request.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { CopyButton } from './copy-button.tsx';
import { useRegisterNames } from './register-names.ts';
import { ReleaseContents } from './release-contents.tsx';
import { ReleaseFiles } from './release-files.tsx';
import { WithdrawRelease } from './withdraw-release.tsx';

/** One release: what it is, what is in it, its files, and how anybody checks it. */
export function ReleasePage() {
  const { id = '' } = useParams();
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['release', id],
    queryFn: ({ signal }) => fetchRelease(id, { language, signal }),
  });
  useTitle(t('app.releases'));
  if (error !== null) return <QuestionError error={error} retry={() => void refetch()} />;
  return data === undefined ? <RoomLoading /> : <ReleaseRoom release={data} />;
}

function ReleaseRoom({ release }: { readonly release: Release }) {
  const { t, formats } = useLanguage();
  const { session } = useSession();
  const nameOf = useRegisterNames();
  const { id, registers, position, recordedAt, datetime, licence, log, records, madeAt, withdrawn } = release;
  const facts = [
    [t('releases.position'), formats.number(position)],
    [t('releases.recorded'), formats.time(recordedAt)],
    ...(datetime === recordedAt ? [] : [[t('releases.holds'), formats.time(datetime)]]),
    [t('releases.made'), formats.time(madeAt)],
    [t('register.records'), formats.number(records)],
    [t('releases.licence'), licence ?? t('releases.noLicence')],
    [t('releases.origin'), log.origin],
  ];
  return (
    <div className="releases">
      <p className="release-trail">
        <Link to="/releases">{t('app.releases')}</Link>
      </p>
      <h1>{formats.list(registers.map(nameOf))}</h1>
      {withdrawn !== null && (
        <p className="release-withdrawn">
          {t('releases.withdrawnOn', { at: formats.date(withdrawn.at), reason: withdrawn.reason })}
        </p>
      )}
      <dl className="release-dl">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div className="release-columns">
        <section>
          <h2>{t('releases.files')}</h2>
          <ReleaseFiles release={release} />
          <h2>{t('releases.contents')}</h2>
          <ReleaseContents contents={release.contents} />
        </section>
        <div className="release-side">
          <HowToCheck release={release} />
          {session !== undefined && withdrawn === null && <WithdrawRelease id={id} />}
        </div>
      </div>
    </div>
  );
}

const signed = ['manifest.json', 'manifest.note', 'checkpoint', 'keys'];

function HowToCheck({ release: { id, note, checkpoint } }: { readonly release: Release }) {
  const { t } = useLanguage();
  const command = `ufuq verify ${window.location.origin}/releases/${id}`;
  return (
    <section className="release-panel">
      <h2>{t('releases.check')}</h2>
      <p>{t('releases.checkText')}</p>
      <div className="release-command">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a line that scrolls must be reached by keyboard. */}
        <section tabIndex={0} aria-label={t('releases.check')}>
          <pre dir="ltr">
            <code>{command}</code>
          </pre>
        </section>
        <CopyButton text={command} />
      </div>
      <p className="help">{t('releases.checkKey')}</p>
      <h3>{t('releases.id')}</h3>
      <p className="release-id">
        <code dir="ltr">{id}</code>
      </p>
      <p className="help">{t('releases.idHelp')}</p>
      <details>
        <summary>{t('releases.signature')}</summary>
        <ul className="release-links">
          {signed.map((name) => (
            <li key={name}>
              <a download href={apiPath(['releases', id, name])}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
        <pre dir="ltr">{note}</pre>
        <pre dir="ltr">{checkpoint}</pre>
      </details>
    </section>
  );
}
