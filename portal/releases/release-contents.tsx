import { Link } from 'react-router';
import type { ReleasedRegister } from '../api/releases.ts';
import { useLanguage } from '../ui/language-context.tsx';

/** Sources that are named; the manifest has them all. */
const mostSources = 50;

/** What a release holds, register by register: how much, from where, and what it does not hold. */
export function ReleaseContents({ contents }: { readonly contents: readonly ReleasedRegister[] }) {
  const { t, formats, language } = useLanguage();
  return (
    <ul className="release-contents">
      {contents.map(({ id, title, records, withheld, restricted, sources, completeness }) => (
        <li key={id}>
          <h3>
            <Link to={`/collections/${encodeURIComponent(id)}`}>{title[language]}</Link>
            <span>{t('home.recordCount', { count: records })}</span>
          </h3>
          <p className="help">{t('releases.complete', { count: completeness.length })}</p>
          {withheld > 0 && <p className="help">{t('releases.withheld', { count: withheld })}</p>}
          {restricted.rows && <p className="help">{t('releases.rowsHidden')}</p>}
          {sources.length > 0 && (
            <details>
              <summary>
                {t('releases.sources')} ({formats.number(sources.length)})
              </summary>
              <ul>
                {sources.slice(0, mostSources).map(({ label, source, records: count }) => (
                  <li key={`${label} ${source}`}>
                    <bdi dir="auto">{source ?? '–'}</bdi>{' '}
                    <span className="help">
                      {[label, t('home.recordCount', { count })].filter((each) => each !== null).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
