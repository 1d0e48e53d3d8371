import { useLanguage } from '../ui/language-context.tsx';

/** The same record for programs. */
export function RecordMachines({ register, record }: { readonly register: string; readonly record: string }) {
  const { t } = useLanguage();
  const base = `/collections/${encodeURIComponent(register)}`;
  const item = `${base}/items/${encodeURIComponent(record)}`;
  return (
    <>
      <h3>{t('record.machines')}</h3>
      <ul className="inline-list">
        <li>
          <a href={`${item}?f=json`}>GeoJSON</a>
        </li>
        <li>
          <a href={`${item}?f=jsonfg`}>JSON-FG</a>
        </li>
        <li>
          <a href={`${item}/history?f=json`}>{t('record.history')}</a>
        </li>
        <li>
          <a href={`${base}/schema`}>{t('register.schema')}</a>
        </li>
      </ul>
    </>
  );
}
