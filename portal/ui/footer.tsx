import { useLanding } from '../api/queries.ts';
import { useLanguage } from './language-context.tsx';

/** Where everything on the page comes from. */
export function Footer() {
  const { t } = useLanguage();
  const { data } = useLanding();
  const credits = data?.attribution ?? [];
  return (
    <footer className="footer">
      <div className="footer-inner">
        <section aria-labelledby="footer-sources">
          <h2 id="footer-sources">{t('footer.sources')}</h2>
          <p>{t('footer.map')}</p>
          {credits.length > 0 && (
            <ul className="inline-list credits">
              {credits.map(({ text, url, licence }) => (
                <li key={text}>
                  {url === undefined ? text : <a href={url}>{text}</a>}
                  {licence !== undefined && ` (${licence})`}
                </li>
              ))}
            </ul>
          )}
        </section>
        <p>{t('footer.labels')}</p>
        <p>{t('footer.machines')}</p>
      </div>
    </footer>
  );
}
