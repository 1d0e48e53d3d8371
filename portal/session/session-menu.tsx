import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { Menu } from '../ui/menu.tsx';
import { askToSignIn, endSession } from './session.ts';
import { SignInDialog } from './sign-in-dialog.tsx';
import { useSession } from './use-session.ts';

/** Says in the header who acts, with the way in and the way out; what was read as somebody else is read anew. */
export function SessionMenu() {
  const { t } = useLanguage();
  const { session } = useSession();
  const queries = useQueryClient();
  const former = useRef(session?.token);
  useEffect(() => {
    if (former.current === session?.token) return;
    former.current = session?.token;
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'basemap' });
  }, [session, queries]);
  return (
    <>
      {session === undefined ? (
        <button type="button" className="ds-button session-in" data-variant="tertiary" onClick={askToSignIn}>
          {t('session.signIn')}
        </button>
      ) : (
        <Menu
          name={<span className="session-name">{t('session.who', { name: session.name })}</span>}
          isActive
        >
          <p>{t('session.acting', { name: session.name })}</p>
          <button type="button" className="ds-button" data-variant="secondary" onClick={endSession}>
            {t('session.signOut')}
          </button>
        </Menu>
      )}
      <SignInDialog />
    </>
  );
}
