import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentencesOf } from '../api/problem.ts';
import { dismiss, fetchDeadLetters, type PortalDeadLetter, redeliver } from '../api/webhooks.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { AskDialog } from './ask-dialog.tsx';

const refreshMs = 3_000;

/** Events that a receiver would not take: send them again, or let them go with the reason. */
export function DeadLetters({ webhook }: { readonly webhook: string }) {
  const { t, language, formats } = useLanguage();
  const queries = useQueryClient();
  const [dismissing, setDismissing] = useState<{ readonly position?: number }>();
  const { data: letters = [] } = useQuery({
    queryKey: ['webhooks', webhook, 'dead-letters', language],
    queryFn: ({ signal }) => fetchDeadLetters(webhook, { language, signal }),
    refetchInterval: refreshMs,
  });
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const again = (position?: number) => act.mutate(() => redeliver(webhook, position, { language }));
  if (letters.length === 0) return null;
  return (
    <section className="dead-letters" aria-label={t('webhooks.deadLetters')}>
      <div className="webhook-head">
        <h3>{t('webhooks.deadLetters')}</h3>
        <div className="session-actions">
          <button type="button" className="tool" onClick={() => again()}>
            {t('webhooks.redeliverAll')}
          </button>
          <button type="button" className="tool" onClick={() => setDismissing({})}>
            {t('webhooks.dismissAll')}
          </button>
        </div>
      </div>
      {act.error !== null && (
        <p className="ds-validation-message" role="alert">
          {sentencesOf(act.error).join(' ') || t('state.failed')}
        </p>
      )}
      <ul>
        {letters.map((letter) => (
          <li key={letter.position}>
            <p>
              <strong>{t('record.entry', { position: formats.number(letter.position) })}</strong>
              {' · '}
              {t(`webhooks.failure.${letter.failure}` as 'webhooks.failure.status', {
                status: letter.status ?? 0,
              })}
              {' · '}
              {t('webhooks.attempts', { count: letter.attempts })}
              {' · '}
              <time dateTime={letter.diedAt}>{formats.time(letter.diedAt)}</time>
            </p>
            {letter.excerpt !== null && (
              <p className="help">
                <bdi>{letter.excerpt}</bdi>
              </p>
            )}
            <LetterActions letter={letter} again={again} dismissOne={setDismissing} />
          </li>
        ))}
      </ul>
      {dismissing !== undefined && (
        <AskDialog
          title={t('webhooks.dismiss')}
          text={t('webhooks.dismissText')}
          act={t('webhooks.dismiss')}
          reasonLabel={t('webhooks.reason')}
          close={() => setDismissing(undefined)}
          confirm={(reason) => act.mutate(() => dismiss(webhook, dismissing.position, reason, { language }))}
        />
      )}
    </section>
  );
}

interface LetterActionsProps {
  readonly letter: PortalDeadLetter;
  readonly again: (position: number) => void;
  readonly dismissOne: (which: { readonly position: number }) => void;
}

function LetterActions({ letter: { position, state }, again, dismissOne }: LetterActionsProps) {
  const { t } = useLanguage();
  if (state === 'queued') return <p className="help">{t('webhooks.queued')}</p>;
  return (
    <div className="session-actions">
      <button type="button" className="tool" onClick={() => again(position)}>
        {t('webhooks.redeliver')}
      </button>
      <button type="button" className="tool" onClick={() => dismissOne({ position })}>
        {t('webhooks.dismiss')}
      </button>
    </div>
  );
}
