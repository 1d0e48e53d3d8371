import { Link } from 'react-router';
import { useLanguage } from '../ui/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/use-title.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useLanguage();
  useTitle(t('state.notFound'));
  return (
    <Notice title={t('state.notFound')} text={t('state.notFoundText')}>
      <Link className="ds-button" to="/">
        {t('state.home')}
      </Link>
    </Notice>
  );
}
