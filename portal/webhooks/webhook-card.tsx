import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentencesOf } from '../api/problem.ts';
import { changeWebhook, type PortalWebhook, removeWebhook, rotateSecret } from '../api/webhooks.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { DeadLetters } from './dead-letters.tsx';

interface WebhookCardProps {
  readonly webhook: PortalWebhook;
  readonly showSecret: (secret: string) => void;
}

/** One webhook: where it leads, how it goes, and what can be done about it. */
export function WebhookCard({ webhook, showSecret }: WebhookCardProps) {
  const { t, language, formats } = useLanguage();
  const queries = useQueryClient();
  const [asks, setAsks] = useState<'remove' | 'rotate'>();
  const { id, title, target, state, reason, lag, deadLetters, lastSuccessAt } = webhook;
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const isActive = state === 'active';
  return (
    <li className="panel webhook">
      <div className="webhook-head">
        <h2>{title}</h2>
        <span className="change-kind" data-state={state}>
          {t(
            reason === null
              ? `webhooks.state.${state}`
              : (`webhooks.reason.${reason}` as 'webhooks.reason.gone'),
          )}
        </span>
      </div>
      <p className="help">
        <bdi dir="ltr">{target}</bdi>
      </p>
      <dl className="webhook-facts">
        <div>
          <dt>{t('webhooks.lag')}</dt>
          <dd>{t('webhooks.entries', { count: lag })}</dd>
        </div>
        <div>
          <dt>{t('webhooks.lastSuccess')}</dt>
          <dd>{lastSuccessAt === null ? t('webhooks.never') : formats.time(lastSuccessAt)}</dd>
        </div>
        <div>
          <dt>{t('webhooks.deadLetters')}</dt>
          <dd>{formats.number(deadLetters)}</dd>
        </div>
        <Trouble webhook={webhook} />
      </dl>
      {act.error !== null && (
        <p className="ds-validation-message" role="alert">
          {sentencesOf(act.error).join(' ') || t('state.failed')}
        </p>
      )}
      <div className="session-actions">
        <button
          type="button"
          className="tool"
          onClick={() =>
            act.mutate(() => changeWebhook(id, { state: isActive ? 'paused' : 'active' }, { language }))
          }
        >
          {t(isActive ? 'changes.pause' : 'changes.resume')}
        </button>
        <button type="button" className="tool" onClick={() => setAsks('rotate')}>
          {t('webhooks.rotate')}
        </button>
        <button type="button" className="tool" onClick={() => setAsks('remove')}>
          {t('webhooks.remove')}
        </button>
      </div>
      {deadLetters > 0 && <DeadLetters webhook={id} />}
      {asks === 'remove' && (
        <AskDialog
          title={t('webhooks.remove')}
          text={t('webhooks.removeText', { title })}
          act={t('webhooks.remove')}
          close={() => setAsks(undefined)}
          confirm={() => act.mutate(() => removeWebhook(id, { language }))}
        />
      )}
      {asks === 'rotate' && (
        <AskDialog
          title={t('webhooks.rotate')}
          text={t('webhooks.rotateText')}
          act={t('webhooks.rotate')}
          close={() => setAsks(undefined)}
          confirm={() => act.mutate(async () => showSecret((await rotateSecret(id, { language })).secret))}
        />
      )}
    </li>
  );
}

/** What went wrong last, and when it is tried again. */
function Trouble({ webhook }: { readonly webhook: PortalWebhook }) {
  const { t, formats } = useLanguage();
  const { lastFailure, lastStatus, nextAttemptAt, attempts } = webhook;
  if (lastFailure === null || attempts === 0) return null;
  return (
    <div>
      <dt>{t('webhooks.trouble')}</dt>
      <dd>
        {t(`webhooks.failure.${lastFailure}` as 'webhooks.failure.status', { status: lastStatus ?? 0 })}
        {nextAttemptAt !== null && ` · ${t('webhooks.nextAttempt', { time: formats.time(nextAttemptAt) })}`}
      </dd>
    </div>
  );
}
