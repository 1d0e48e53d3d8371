import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { sentencesOf } from '../api/problem.ts';
import { withdrawRelease } from '../api/releases.ts';
import { useLanguage } from '../ui/language-context.tsx';

/** Withdraws a release, once a reason is given; what it means is said before. */
export function WithdrawRelease({ id: release }: { readonly id: string }) {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await withdrawRelease(release, reason, { language });
      await queries.invalidateQueries({ queryKey: ['release', release] });
      await queries.invalidateQueries({ queryKey: ['releases'] });
    } catch (error) {
      setSentences(sentencesOf(error));
    }
  };
  return (
    <details className="release-panel">
      <summary>{t('releases.withdraw')}</summary>
      <form className="release-form" onSubmit={(event) => void submit(event)}>
        <p className="help">{t('releases.withdrawHelp')}</p>
        <div className="field">
          <label htmlFor={`${id}-reason`}>{t('releases.reason')}</label>
          <input
            id={`${id}-reason`}
            className="ds-input"
            dir="auto"
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <p>
          <button
            type="submit"
            className="ds-button"
            data-variant="secondary"
            disabled={reason.trim() === ''}
          >
            {t('releases.withdrawDo')}
          </button>
        </p>
        {sentences.map((sentence) => (
          <p key={sentence} className="ds-validation-message" role="alert">
            {sentence}
          </p>
        ))}
      </form>
    </details>
  );
}
