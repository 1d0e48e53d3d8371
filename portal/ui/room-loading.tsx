import { useLanguage } from './language-context.tsx';

/** A quiet outline of a page that is on its way. */
export function RoomLoading() {
  const { t } = useLanguage();
  return (
    <div className="room-loading" role="status">
      <span className="ds-sr-only">{t('state.loading')}</span>
      <span className="outline" data-kind="title" />
      <span className="outline" />
      <span className="outline" data-kind="block" />
    </div>
  );
}
