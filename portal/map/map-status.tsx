import { useLanguage } from '../ui/language-context.tsx';
import type { MapRecords } from './use-map-records.ts';

/** Says how much of what matches is drawn, so that nobody takes a part for the whole. */
export function MapStatus({ records }: { readonly records: MapRecords }) {
  const { t, formats } = useLanguage();
  const { matched, drawn, isFetching } = records;
  if (matched === undefined && isFetching) return <p className="map-status">{t('map.updating')}</p>;
  const shown = drawn.features.length;
  const isPartial = matched !== undefined && matched > records.features.length;
  return (
    <p className="map-status" role="status" data-partial={isPartial || undefined}>
      {isPartial
        ? t('map.partly', { shown: formats.number(shown), total: formats.number(matched) })
        : t('map.all', { total: shown })}
    </p>
  );
}
