import { useLanguage } from '../ui/language-context.tsx';
import { Notice } from '../ui/notice.tsx';

/** No rows: because there are none, or because the conditions leave none. */
export function EmptyRegister({
  isAsked,
  onClear,
}: {
  readonly isAsked: boolean;
  readonly onClear: () => void;
}) {
  const { t } = useLanguage();
  if (!isAsked) return <Notice level={2} title={t('register.empty')} />;
  return (
    <Notice level={2} title={t('register.emptyFiltered')}>
      <button type="button" className="ds-button" onClick={onClear}>
        {t('register.clearConditions')}
      </button>
    </Notice>
  );
}
