import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';

/** Title of the room and its parts. */
export function CatalogueHeading({ children }: { readonly children?: ReactNode }) {
  const { t } = useLanguage();
  return (
    <header className="catalogue-heading">
      <h1>{t('catalogue.room')}</h1>
      <p className="lead">{children ?? t('catalogue.lead')}</p>
      <nav className="catalogue-tabs" aria-label={t('catalogue.tabs')}>
        <NavLink to="/catalogue" end>
          {t('catalogue.datasets')}
        </NavLink>
        <NavLink to="/catalogue/themes">{t('catalogue.themes')}</NavLink>
        <a href="/catalogue/dcat">{t('catalogue.dcat')}</a>
      </nav>
    </header>
  );
}
