import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Collection } from '../api/collections.ts';
import type { CountQuery } from '../api/count.ts';
import { RequestError } from '../api/problem.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { type StatementDraft, sendStatement } from './statement-draft.ts';
import { StatementFields } from './statement-fields.tsx';

interface StateCompletenessProps {
  readonly collection: Collection;
  readonly question: CountQuery;
  readonly onClose: () => void;
}

type Step = 'writing' | 'sending' | 'checked' | 'written';

/** Lets an administrator answer for a register: the statement is tried out first, then written. */
export function StateCompleteness({ collection, question, onClose }: StateCompletenessProps) {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [id] = useState(() => crypto.randomUUID());
  const [step, setStep] = useState<Step>('writing');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [draft, setDraft] = useState<StatementDraft>(() => emptyDraft(question));
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);

  const change = (part: Partial<StatementDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setStep('writing');
  };
  const send = async (isDryRun: boolean) => {
    setStep('sending');
    setFaults([]);
    try {
      await sendStatement(collection.id, draft, isDryRun, id, { language });
      setStep(isDryRun ? 'checked' : 'written');
      if (!isDryRun) await queries.invalidateQueries({ queryKey: ['count'] });
    } catch (error) {
      setFaults(sentences(error, t('count.failed')));
      setStep('writing');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(step !== 'checked');
  };
  const address = `/collections/completeness-statements/items/${encodeURIComponent(id)}`;
  return (
    <dialog ref={dialog} className="ds-dialog statement-dialog" aria-labelledby={heading} onClose={onClose}>
      <form className="session-form" onSubmit={submit} noValidate>
        <h2 id={heading}>{t('count.stateTitle')}</h2>
        <p className="help">{t('count.stateText', { register: collection.title })}</p>
        {step === 'written' ? (
          <p role="status">
            {t('count.written')} <Link to={address}>{t('count.attach')}</Link>
          </p>
        ) : (
          <StatementFields draft={draft} bbox={question.bbox} onChange={change} />
        )}
        {faults.length > 0 && (
          <div className="statement-faults" role="alert">
            {faults.map((fault) => (
              <p key={fault} className="ds-validation-message" dir="auto">
                {fault}
              </p>
            ))}
          </div>
        )}
        {step === 'checked' && <p role="status">{t('count.checked')}</p>}
        <div className="session-actions">
          {step !== 'written' && (
            <button type="submit" className="ds-button" disabled={step === 'sending'}>
              {t(step === 'checked' ? 'count.write' : 'count.check')}
            </button>
          )}
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => dialog.current?.close()}
          >
            {t(step === 'written' ? 'count.close' : 'count.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** What the question already says: the day that is asked about lies in the period. */
function emptyDraft({ datetime, bbox }: CountQuery): StatementDraft {
  const day = /^\d{4}-\d\d-\d\d/.exec(datetime ?? '')?.[0] ?? '';
  return {
    custodian: '',
    basis: '',
    starts: day === '' ? '' : `${day.slice(0, 4)}-01-01`,
    ends: day === '' ? '' : `${Number(day.slice(0, 4)) + 1}-01-01`,
    bbox,
    label: 'real',
    source: '',
    isRestricted: false,
  };
}

function sentences(error: unknown, fallback: string): readonly string[] {
  if (!(error instanceof RequestError)) return [fallback];
  const { detail, errors = [] } = error.problem ?? {};
  const all = errors.length > 0 ? errors.map((each) => each.detail ?? '') : [detail ?? fallback];
  return [...new Set(all)];
}
