import { useMemo } from 'react';
import type { Box } from '../api/collections.ts';
import type { PortalFeature } from '../api/items.ts';
import { useBasemap } from '../api/queries.ts';
import { boundsOf } from '../map/bounds.ts';
import { isSmall } from '../map/labelled.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { useLanguage } from '../ui/language-context.tsx';

interface RecordMapProps {
  readonly feature: PortalFeature;
  readonly title: string;
}

const surroundingsDeg = 0.6;

/** Where the record is, with enough around it to know the place. */
export function RecordMap({ feature, title }: RecordMapProps) {
  const { t } = useLanguage();
  const basemap = useBasemap();
  const box = useMemo(() => boundsOf([feature.geometry]), [feature]);
  const records = useMemo(
    () => ({
      type: 'FeatureCollection' as const,
      features:
        feature.geometry === null
          ? []
          : [
              {
                type: 'Feature' as const,
                geometry: feature.geometry,
                properties: { id: feature.id, label: title, rank: 0, isSmall: isSmall(feature.geometry) },
              },
            ],
    }),
    [feature, title],
  );
  if (box === undefined) return <p className="panel quiet">{t('map.recordWithoutPlace')}</p>;
  return (
    <section className="map-frame record-map" aria-label={t('map.region')}>
      {!basemap.isPending && (
        <LazyMap
          label={`${t('map.region')}: ${title}`}
          basemap={basemap.data}
          records={records}
          box={withSurroundings(box)}
          selected={feature.id}
          isInPage
        />
      )}
    </section>
  );
}

function withSurroundings([west, south, east, north]: Box): Box {
  const grow = Math.max(0, (surroundingsDeg - (east - west)) / 2);
  return [west - grow, south - grow * 0.8, east + grow, north + grow * 0.8];
}
