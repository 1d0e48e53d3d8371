import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { beginSession, closeSignIn } from './session.ts';
import { useSession } from './use-session.ts';
import { verifyToken } from './verify-token.ts';

type Wrong = 'empty' | 'refused' | 'unreachable';

/** Takes the administrator token; the server has to know it before it counts. */
export function SignInDialog() {
  const { t } = useLanguage();
  const { isAsked, isLapsed } = useSession();
  const [token, setToken] = useState('');
  const [wrong, setWrong] = useState<Wrong>();
  const [isBusy, setIsBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    if (isAsked && dialog.current?.open === false) {
      setToken('');
      setWrong(undefined);
      dialog.current.showModal();
    } else if (!isAsked) dialog.current?.close();
  }, [isAsked]);

  const refuse = (reason: Wrong) => {
    setWrong(reason);
    input.current?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = token.trim();
    if (given === '') return refuse('empty');
    setIsBusy(true);
    try {
      const session = await verifyToken(given);
      if (session === undefined) refuse('refused');
      else beginSession(session);
    } catch {
      refuse('unreachable');
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="ds-dialog session-dialog"
      aria-labelledby={`${id}-title`}
      onClose={closeSignIn}
    >
      <form className="session-form" onSubmit={submit} noValidate>
        <h2 id={`${id}-title`}>{t('session.title')}</h2>
        {isLapsed && <p role="alert">{t('session.lapsed')}</p>}
        <p>{t('session.text')}</p>
        <div className="field">
          <label htmlFor={`${id}-token`}>{t('session.token')}</label>
          <input
            ref={input}
            id={`${id}-token`}
            className="ds-input"
            type="password"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={token}
            aria-invalid={wrong !== undefined}
            aria-describedby={`${id}-help`}
            onChange={({ target }) => setToken(target.value)}
          />
          <p id={`${id}-help`} className={wrong === undefined ? 'help' : 'ds-validation-message'}>
            {wrong === undefined ? t('session.help') : t(`session.wrong.${wrong}`)}
          </p>
        </div>
        <div className="session-actions">
          <button type="submit" className="ds-button" disabled={isBusy}>
            {isBusy ? t('session.checking') : t('session.signIn')}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={closeSignIn}>
            {t('session.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
