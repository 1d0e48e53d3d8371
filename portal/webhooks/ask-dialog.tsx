import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../ui/language-context.tsx';

interface AskDialogProps {
  readonly title: string;
  readonly text: string;
  /** Name of the button that does it. */
  readonly act: string;
  /** Asks for a reason, which has to be given. */
  readonly reasonLabel?: string;
  readonly close: () => void;
  readonly confirm: (reason: string) => void;
}

/** Asks before something is done that cannot be undone; where it is wanted, with the reason. */
export function AskDialog({ title, text, act, reasonLabel, close, confirm }: AskDialogProps) {
  const { t } = useLanguage();
  const [reason, setReason] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reasonLabel !== undefined && reason.trim() === '') return;
    confirm(reason.trim());
    close();
  };
  return (
    <dialog ref={dialog} className="ds-dialog session-dialog" aria-labelledby={`${id}-title`} onClose={close}>
      <form className="session-form" onSubmit={submit}>
        <h2 id={`${id}-title`}>{title}</h2>
        <p>{text}</p>
        {reasonLabel !== undefined && (
          <div className="field">
            <label htmlFor={`${id}-reason`}>{reasonLabel}</label>
            <textarea
              id={`${id}-reason`}
              className="ds-input"
              rows={3}
              maxLength={1000}
              required
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
        )}
        <div className="session-actions">
          <button type="submit" className="ds-button">
            {act}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={close}>
            {t('session.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
