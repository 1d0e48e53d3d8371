import { Link, NavLink } from 'react-router';
import { SessionMenu } from '../session/session-menu.tsx';
import { HorizonMark } from './horizon-mark.tsx';
import { useLanguage } from './language-context.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { rooms } from './rooms.ts';
import { ThemeSwitch } from './theme-switch.tsx';

/** Name, the rooms, who acts, and the two things that a reader may set for themselves. */
export function Header({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useLanguage();
  return (
    <header className="header" data-busy={isBusy || undefined}>
      <div className="header-line">
        <Link to="/" className="brand">
          <HorizonMark />
          <span className="brand-name">Ufuq</span>
          <span className="brand-tagline">{t('app.tagline')}</span>
        </Link>
        <nav className="header-nav" aria-label={t('app.rooms')}>
          {rooms.map(({ path, title }) => (
            <NavLink key={path} to={path} end>
              {t(title)}
            </NavLink>
          ))}
          <a href="/api">{t('app.api')}</a>
        </nav>
        <div className="header-settings">
          <SessionMenu />
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
