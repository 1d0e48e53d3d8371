import { useRouteError } from 'react-router';
import { useLanguage } from './language-context.tsx';
import { Notice } from './notice.tsx';

/** Stands in for a room that broke, so that nobody looks at an empty page. */
export function Failure() {
  const { t } = useLanguage();
  const error = useRouteError();
  return (
    <main className="room">
      <Notice title={t('state.failed')} text={t('state.failedText')} sentences={[String(error)]}>
        <a className="ds-button" href="/">
          {t('state.home')}
        </a>
      </Notice>
    </main>
  );
}
