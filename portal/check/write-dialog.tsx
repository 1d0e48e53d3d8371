import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../ui/language-context.tsx';

interface WriteDialogProps {
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly count: number;
  readonly onWrite: (legalBasis: string) => void;
  readonly onClose: () => void;
}

/** Asks once more before anything is written, and on what legal basis. */
export function WriteDialog({ isOpen, isBusy, count, onWrite, onClose }: WriteDialogProps) {
  const { t } = useLanguage();
  const [legalBasis, setLegalBasis] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWrite(legalBasis);
  };
  return (
    <dialog
      ref={dialog}
      className="ds-dialog session-dialog"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
    >
      <form className="session-form" onSubmit={submit}>
        <h2 id={`${id}-title`}>{t('check.confirm', { count })}</h2>
        <p>{t('check.confirmText')}</p>
        <div className="field">
          <label htmlFor={`${id}-basis`}>{t('check.legalBasis')}</label>
          <input
            id={`${id}-basis`}
            className="ds-input"
            maxLength={1000}
            value={legalBasis}
            onChange={({ target }) => setLegalBasis(target.value)}
          />
        </div>
        <div className="session-actions">
          <button type="submit" className="ds-button" disabled={isBusy}>
            {isBusy ? t('check.writing') : t('check.write')}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {t('session.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
