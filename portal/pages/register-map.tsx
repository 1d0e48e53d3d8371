import { useMemo, useRef, useState } from 'react';
import { type Box, boxOf, type Collection } from '../api/collections.ts';
import type { PortalFeature } from '../api/items.ts';
import { useBasemap } from '../api/queries.ts';
import type { PortalField, RegisterSchema } from '../api/schema.ts';
import { boundsOf, widened } from '../map/bounds.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { MapStatus } from '../map/map-status.tsx';
import { RecordCard } from '../map/record-card.tsx';
import { useMapRecords } from '../map/use-map-records.ts';
import { useLanguage } from '../ui/language-context.tsx';
import type { QuestionState } from './register-question.ts';

interface RegisterMapProps {
  readonly collection: Collection;
  readonly schema: RegisterSchema;
  readonly columns: readonly PortalField[];
  readonly state: QuestionState;
  readonly hovered: string | undefined;
  readonly selected: PortalFeature | undefined;
  readonly addressOf: (record: string) => string;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (feature: PortalFeature | undefined) => void;
}

const wholeWorld: Box = [-180, -60, 180, 75];

/** The register on the map, under the same question as the table. */
export function RegisterMap(props: RegisterMapProps) {
  const { collection, schema, columns, state, hovered, selected, addressOf, onHover, onSelect } = props;
  const { t } = useLanguage();
  const { filter, datetime, asOf, bbox } = state.question;
  const basemap = useBasemap();
  const records = useMapRecords(collection.id, { filter, datetime, asOf, bbox }, schema.titleField, true);
  const view = useRef<Box>(undefined);
  const card = useRef<HTMLElement>(null);
  const box = boxOf(collection) ?? basemap.data?.box ?? wholeWorld;
  const focus = useMemo(() => {
    const found = selected && boundsOf([selected.geometry]);
    return found && nearby(found);
  }, [selected]);
  const [isNear, setNear] = useState(bbox !== undefined);
  const limitToView = (isLimited: boolean) => {
    setNear(isLimited);
    const seen = view.current ?? box;
    state.change({ bbox: isLimited ? widened(seen, 0).join(',') : undefined });
  };
  const moved = (seen: Box) => {
    view.current = seen;
    records.moved(seen);
    if (isNear && bbox !== undefined) state.change({ bbox: widened(seen, 0).join(',') });
  };
  if (basemap.isPending) return <p className="map-message">{t('map.loading')}</p>;
  return (
    <section className="map-frame" aria-label={t('map.region')}>
      <LazyMap
        label={`${t('map.region')}: ${collection.title}`}
        basemap={basemap.data}
        records={records.drawn}
        box={box}
        focus={focus}
        hovered={hovered}
        selected={selected?.id}
        areRecordsNamed={collection.id !== basemap.data?.named}
        cover={card}
        onView={moved}
        onHover={onHover}
        onSelect={(id) => onSelect(records.features.find((feature) => feature.id === id))}
      />
      <div className="map-foot">
        <MapStatus records={records} />
        <label className="map-check">
          <input
            type="checkbox"
            className="ds-input"
            checked={isNear}
            onChange={({ target }) => limitToView(target.checked)}
          />
          {t('map.limitToView')}
        </label>
      </div>
      {selected !== undefined && (
        <RecordCard
          ref={card}
          feature={selected}
          columns={columns}
          titleField={schema.titleField}
          address={addressOf(selected.id)}
          onClose={() => onSelect(undefined)}
        />
      )}
    </section>
  );
}

const leastSpanDeg = 0.08;

/** A point is shown with its surroundings. */
function nearby(box: Box): Box {
  const [west, south, east, north] = box;
  const grow = Math.max(0, (leastSpanDeg - Math.max(east - west, north - south)) / 2);
  return widened([west - grow, south - grow, east + grow, north + grow], 0.6);
}
