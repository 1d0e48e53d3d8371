import { useLanguage } from '../ui/language-context.tsx';

interface SecretNoticeProps {
  readonly secret: string;
  readonly close: () => void;
}

/** Shows a secret the one time that it can be seen. */
export function SecretNotice({ secret, close }: SecretNoticeProps) {
  const { t } = useLanguage();
  return (
    <div className="secret-notice" role="status">
      <p>{t('webhooks.secretOnce')}</p>
      <p>
        <code dir="ltr">{secret}</code>
      </p>
      <div className="session-actions">
        <button type="button" className="tool" onClick={() => void navigator.clipboard?.writeText(secret)}>
          {t('webhooks.copy')}
        </button>
        <button type="button" className="tool" onClick={close}>
          {t('webhooks.kept')}
        </button>
      </div>
    </div>
  );
}
