import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { useLanguage } from './language-context.tsx';

/** What stands around every room: a way past the header, the header, the room itself, the sources. */
export function Frame() {
  const { t } = useLanguage();
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const main = useRef<HTMLElement>(null);
  const former = useRef(pathname);
  useEffect(() => {
    if (former.current === pathname) return;
    former.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <a className="ds-skip-link" href="#content">
        {t('app.skip')}
      </a>
      <Header isBusy={state !== 'idle'} />
      <main id="content" ref={main} tabIndex={-1} className="room">
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration getKey={({ pathname }) => pathname} />
    </>
  );
}
