import { useMemo, useState } from 'react';
import type { Box } from '../api/collections.ts';
import { useBasemap } from '../api/queries.ts';
import { nothingLabelled } from '../map/labelled.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { useLanguage } from '../ui/language-context.tsx';

interface AreaPickerProps {
  readonly bbox: string | undefined;
  readonly onBox: (bbox: string | undefined) => void;
}

const world: Box = [-180, -60, 180, 75];

/** A map whose view is the place that is asked for, once the reader says so. */
export function AreaPicker({ bbox, onBox }: AreaPickerProps) {
  const { t } = useLanguage();
  const basemap = useBasemap();
  const [view, setView] = useState<Box>();
  const start = useMemo(() => (bbox === undefined ? undefined : boxOf(bbox)), [bbox]);
  const [isLimited, setLimited] = useState(bbox !== undefined);
  const limit = (isOn: boolean, box: Box | undefined) => {
    setLimited(isOn);
    onBox(isOn && box !== undefined ? box.map((each) => each.toFixed(3)).join(',') : undefined);
  };
  return (
    <div className="area-picker">
      <div className="area-map">
        {!basemap.isPending && (
          <LazyMap
            label={t('catalogue.place')}
            basemap={basemap.data}
            records={nothingLabelled}
            box={start ?? basemap.data?.box ?? world}
            areRecordsNamed={false}
            isInPage
            onView={(box) => {
              setView(box);
              if (isLimited) limit(true, box);
            }}
          />
        )}
      </div>
      <label className="map-check">
        <input
          type="checkbox"
          className="ds-input"
          checked={bbox !== undefined}
          onChange={({ target }) => limit(target.checked, view ?? basemap.data?.box)}
        />
        {t('catalogue.inMap')}
      </label>
    </div>
  );
}

function boxOf(text: string): Box | undefined {
  const numbers = text.split(',').map(Number);
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as Box) : undefined;
}
