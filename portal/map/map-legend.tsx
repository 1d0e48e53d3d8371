import type { Legend } from '../api/tiles.ts';
import { useLanguage } from '../ui/language-context.tsx';

/** What the colours of the map say; it stands open where there is more than one, and room. */
export function MapLegend({ legend }: { readonly legend: Legend }) {
  const { t } = useLanguage();
  return (
    <details
      className="map-legend"
      open={legend.entries.length > 1 && matchMedia('(width >= 48rem)').matches}
    >
      <summary>{t('map.legend')}</summary>
      <p className="map-legend-title">{legend.title}</p>
      <ul>
        {legend.entries.map(({ value, title, colour }) => (
          <li key={value ?? ''}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect x="1" y="1" width="12" height="12" rx="3" fill={colour} />
            </svg>
            {title}
          </li>
        ))}
      </ul>
    </details>
  );
}
