import { useCollections } from '../api/queries.ts';
import { useLanguage } from './language-context.tsx';

/** Where everything on the page comes from. */
export function Footer() {
  const { t } = useLanguage();
  const { data } = useCollections();
  const credits = [...new Set(data?.flatMap(({ attribution }) => attribution ?? []))];
  return (
    <footer className="footer">
      <div className="footer-inner">
        <section aria-labelledby="footer-sources">
          <h2 id="footer-sources">{t('footer.sources')}</h2>
          <p>{t('footer.map')}</p>
          {credits.length > 0 && <p>{credits.join(' · ')}</p>}
        </section>
        <p>{t('footer.labels')}</p>
        <p>{t('footer.machines')}</p>
      </div>
    </footer>
  );
}
