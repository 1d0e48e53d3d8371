import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { fetchDelta, type ReleaseSummary } from '../api/releases.ts';
import { apiPath } from '../api/request.ts';
import { sizeText } from '../evidence/size-text.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';

interface CompareReleasesProps {
  readonly releases: readonly ReleaseSummary[];
  readonly nameOf: (register: string) => string;
}

interface Pair {
  readonly older: string;
  readonly newer: string;
}

/** Two releases side by side: how many records were added, changed and removed, and the file that says which. */
export function CompareReleases({ releases, nameOf }: CompareReleasesProps) {
  const { t, formats } = useLanguage();
  const standing = releases.filter(({ withdrawn }) => withdrawn === null);
  const [youngest, ...others] = standing;
  const alike = others.find(({ registers }) => registers.join() === youngest?.registers.join()) ?? others[0];
  const [older, setOlder] = useState(alike?.id ?? '');
  const [newer, setNewer] = useState(youngest?.id ?? '');
  const [pair, setPair] = useState<Pair>();
  const id = useId();
  if (standing.length < 2) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPair({ older, newer });
  };
  const options = standing.map((release) => (
    <option key={release.id} value={release.id}>
      {formats.number(release.position)} · {formats.list(release.registers.map(nameOf))}
    </option>
  ));
  return (
    <section className="release-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('releases.compare')}</h2>
      <form className="release-compare" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-older`}>{t('releases.older')}</label>
          <select
            id={`${id}-older`}
            className="ds-input"
            value={older}
            onChange={({ target }) => setOlder(target.value)}
          >
            {options}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-newer`}>{t('releases.newer')}</label>
          <select
            id={`${id}-newer`}
            className="ds-input"
            value={newer}
            onChange={({ target }) => setNewer(target.value)}
          >
            {options}
          </select>
        </div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('releases.compareDo')}
        </button>
      </form>
      {pair !== undefined && <Difference pair={pair} nameOf={nameOf} />}
    </section>
  );
}

function Difference({ pair, nameOf }: { readonly pair: Pair } & Pick<CompareReleasesProps, 'nameOf'>) {
  const { t, language } = useLanguage();
  const { older, newer } = pair;
  const delta = useQuery({
    queryKey: ['delta', older, newer],
    queryFn: ({ signal }) => fetchDelta(older, newer, { language, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (delta.error !== null)
    return <QuestionError level={2} error={delta.error} retry={() => void delta.refetch()} />;
  if (delta.data === undefined) return <p role="status">{t('state.loading')}</p>;
  const { registers, file } = delta.data;
  return (
    <div role="status" className="release-difference">
      <ul>
        {registers.map(({ id, added, changed, restated, removed }) => (
          <li key={id}>
            <strong>{nameOf(id)}</strong>
            <span>{t('releases.added', { count: added })}</span>
            <span>{t('releases.changed', { count: changed })}</span>
            {restated > 0 && <span>{t('releases.restated', { count: restated })}</span>}
            <span>{t('releases.removed', { count: removed })}</span>
          </li>
        ))}
      </ul>
      <p>
        <a download href={apiPath(['releases', older, 'delta', newer, file.name])}>
          {t('releases.deltaFile', { size: sizeText(file.bytes, language) })}
        </a>
      </p>
    </div>
  );
}
