import { useLanguage } from '../ui/language-context.tsx';

interface MapStatusProps {
  /** Records that match; undefined while that is not known. */
  readonly total: number | undefined;
  /** Whether some of what is seen stands for several records. */
  readonly isTogether: boolean;
}

/** Says how many records the map draws, and whether it draws some of them together. */
export function MapStatus({ total, isTogether }: MapStatusProps) {
  const { t } = useLanguage();
  if (total === undefined) return <p className="map-status">{t('map.updating')}</p>;
  return (
    <p className="map-status" role="status" data-partial={isTogether || undefined}>
      {isTogether ? t('map.together', { total }) : t('map.all', { total })}
    </p>
  );
}
