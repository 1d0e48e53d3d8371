import { useLanguage } from '../ui/language-context.tsx';

interface MapButtonsProps {
  readonly onZoom: (step: 1 | -1) => void;
  readonly onFit: () => void;
}

/** Nearer, farther, everything: for hands without a wheel, and named for those who cannot see the signs. */
export function MapButtons({ onZoom, onFit }: MapButtonsProps) {
  const { t } = useLanguage();
  const buttons = [
    { name: t('map.zoomIn'), act: () => onZoom(1), path: 'M12 5v14M5 12h14' },
    { name: t('map.zoomOut'), act: () => onZoom(-1), path: 'M5 12h14' },
    { name: t('map.fit'), act: onFit, path: 'M5 9V5h4M15 5h4v4M19 15v4h-4M9 19H5v-4' },
  ];
  return (
    <div className="map-buttons">
      {buttons.map(({ name, act, path }) => (
        <button key={path} type="button" aria-label={name} title={name} onClick={act}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  );
}
