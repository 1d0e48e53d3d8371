import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { type Box, boxOf, type Collection } from '../api/collections.ts';
import type { PortalFeature } from '../api/items.ts';
import { useBasemap } from '../api/queries.ts';
import { fetchRecord } from '../api/record.ts';
import type { PortalField, RegisterSchema } from '../api/schema.ts';
import { boundsOf, widened } from '../map/bounds.ts';
import { labelled } from '../map/labelled.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { MapCredits } from '../map/map-credits.tsx';
import { MapLegend } from '../map/map-legend.tsx';
import { MapStatus } from '../map/map-status.tsx';
import { RecordCard } from '../map/record-card.tsx';
import { useRegisterTiles } from '../map/use-register-tiles.ts';
import { PrintMenu } from '../print/print-menu.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import type { QuestionState } from './register-question.ts';

interface RegisterMapProps {
  readonly collection: Collection;
  readonly schema: RegisterSchema;
  readonly columns: readonly PortalField[];
  readonly state: QuestionState;
  /** Records that match the question; undefined while that is not known. */
  readonly total: number | undefined;
  readonly hovered: string | undefined;
  readonly selected: PortalFeature | undefined;
  readonly addressOf: (record: string) => string;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (feature: PortalFeature | undefined) => void;
}

const wholeWorld: Box = [-180, -60, 180, 75];

/** The register on the map, under the same question as the table. */
export function RegisterMap(props: RegisterMapProps) {
  const { collection, schema, columns, state, total, hovered, selected, addressOf, onHover, onSelect } =
    props;
  const { t, language } = useLanguage();
  const { filter, datetime, asOf, bbox } = state.question;
  const basemap = useBasemap();
  const { tiles, legend } = useRegisterTiles(collection.id, { filter, datetime, asOf }, schema.titleField);
  const [isTogether, setTogether] = useState(false);
  const client = useQueryClient();
  const picked = useMemo(
    () => labelled(selected ? [selected] : [], language, schema.titleField),
    [selected, language, schema.titleField],
  );
  // Of two clicks the later one counts, whichever record comes first.
  const asked = useRef<string>(undefined);
  const select = async (id: string | undefined) => {
    asked.current = id;
    if (id === undefined) return onSelect(undefined);
    const times = {
      ...(datetime === undefined ? {} : { datetime }),
      ...(asOf === undefined ? {} : { asOf }),
    };
    const feature = await client
      .fetchQuery({
        queryKey: ['record', collection.id, id, times, language],
        queryFn: ({ signal }) => fetchRecord(collection.id, id, times, { language, signal }),
      })
      .catch(() => undefined);
    if (asked.current === id) onSelect(feature);
  };
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
    if (isNear && bbox !== undefined) state.change({ bbox: widened(seen, 0).join(',') });
  };
  if (basemap.isPending) return <p className="map-message">{t('map.loading')}</p>;
  return (
    <section className="map-frame" aria-label={t('map.region')}>
      <LazyMap
        label={`${t('map.region')}: ${collection.title}`}
        basemap={basemap.data}
        records={picked}
        tiles={tiles}
        box={box}
        focus={focus}
        hovered={hovered}
        selected={selected?.id}
        areRecordsNamed={collection.id !== basemap.data?.named}
        cover={card}
        onView={moved}
        onHover={onHover}
        onSelect={(id) => void select(id)}
        onTogether={setTogether}
        tools={(picture) => (
          <PrintMenu
            collection={collection}
            legend={legend}
            total={total}
            question={state.question}
            picture={picture}
          />
        )}
      />
      <div className="map-foot">
        {legend !== undefined && <MapLegend legend={legend} />}
        <MapStatus total={total} isTogether={isTogether} />
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
      <MapCredits />
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
