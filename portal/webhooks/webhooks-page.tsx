import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { sentencesOf } from '../api/problem.ts';
import { fetchWebhooks, makeWebhook, type WebhookWish } from '../api/webhooks.ts';
import { askToSignIn } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { RoomLoading } from '../ui/room-loading.tsx';
import { useTitle } from '../ui/use-title.ts';
import { SecretNotice } from './secret-notice.tsx';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookForm } from './webhook-form.tsx';

const refreshMs = 3_000;

/** Who is told of changes, how that goes, and what could not be delivered; for the administrator. */
export function WebhooksPage() {
  const { t, language } = useLanguage();
  const { session } = useSession();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  useTitle(t('webhooks.title'));
  const list = useQuery({
    queryKey: ['webhooks', language],
    queryFn: ({ signal }) => fetchWebhooks({ language, signal }),
    enabled: session !== undefined,
    refetchInterval: refreshMs,
  });
  const making = useMutation({
    mutationFn: (wish: WebhookWish) => makeWebhook(wish, { language }),
    onSuccess: (made) => {
      setSecret(made.secret);
      void queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
  if (session === undefined)
    return (
      <Notice title={t('webhooks.title')} text={t('webhooks.forAdministrator')}>
        <button type="button" className="ds-button" onClick={askToSignIn}>
          {t('session.signIn')}
        </button>
      </Notice>
    );
  return (
    <div className="webhooks">
      <header className="changes-heading">
        <div>
          <h1>{t('webhooks.title')}</h1>
          <p className="lead">{t('webhooks.lead')}</p>
        </div>
        <Link className="tool" to="/changes">
          {t('changes.title')}
        </Link>
      </header>
      {secret !== undefined && <SecretNotice secret={secret} close={() => setSecret(undefined)} />}
      {list.error !== null ? (
        <QuestionError level={2} error={list.error} retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <RoomLoading />
      ) : (
        <>
          {list.data.length === 0 && <p className="changes-none">{t('webhooks.none')}</p>}
          <ul className="webhook-list">
            {list.data.map((webhook) => (
              <WebhookCard key={webhook.id} webhook={webhook} showSecret={setSecret} />
            ))}
          </ul>
          <WebhookForm
            make={(wish) => making.mutateAsync(wish).then(() => undefined)}
            isBusy={making.isPending}
            faults={making.error === null ? [] : sentencesOf(making.error)}
          />
        </>
      )}
    </div>
  );
}
