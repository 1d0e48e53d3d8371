import { useMemo } from 'react';
import type { Box } from '../api/collections.ts';
import { useBasemap } from '../api/queries.ts';
import { boundsOf, widened } from '../map/bounds.ts';
import { isSmall, type LabelledCollection } from '../map/labelled.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { type ChangeOperation, geometriesOf } from './change.ts';
import { type ChangeViolation, placesOf } from './violation.ts';

interface CheckMapProps {
  readonly operations: readonly ChangeOperation[];
  readonly violations: readonly ChangeViolation[];
  readonly hovered: string | undefined;
  readonly selected: string | undefined;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (id: string | undefined) => void;
}

const country: Box = [44.5, 38.2, 50.8, 42];
const mostDrawn = 5000;

/** What the change brings, and over it, in the colour of warning, what offends. */
export function CheckMap({ operations, violations, hovered, selected, onHover, onSelect }: CheckMapProps) {
  const { t } = useLanguage();
  const basemap = useBasemap();
  const drawn = useMemo(() => drawnOf(operations, violations), [operations, violations]);
  const box = useMemo(() => {
    const bounds = boundsOf(drawn.features.map(({ geometry }) => geometry));
    return bounds && widened(bounds, 0.2);
  }, [drawn]);
  const focus = useMemo(() => {
    const chosen = violations.find(({ id }) => id === selected);
    const bounds = chosen && boundsOf(placesOf(chosen, operations));
    return bounds ? widened(bounds, 0.6) : box;
  }, [violations, selected, operations, box]);
  const known = new Set(drawn.features.map(({ properties }) => properties.id));
  // A violation without a piece of its own is marked by what its operation brings.
  const onMap = (id: string | undefined) => {
    if (id === undefined || known.has(id)) return id;
    const operation = violations.find((violation) => violation.id === id)?.operation;
    return operation === undefined ? undefined : `operation-${operation}`;
  };
  const inList = (id: string | undefined) => {
    const operation = /^operation-(\d+)$/.exec(id ?? '')?.[1];
    if (operation === undefined) return id;
    return violations.find((violation) => violation.operation === Number(operation))?.id;
  };
  return (
    <section className="map-frame check-map" aria-label={t('check.map')}>
      {!basemap.isPending && (
        <LazyMap
          label={`${t('map.region')}: ${t('check.title')}`}
          basemap={basemap.data}
          records={drawn}
          box={box ?? country}
          focus={focus}
          hovered={onMap(hovered)}
          selected={onMap(selected)}
          isInPage
          areRecordsNamed={false}
          onHover={(id) => onHover(inList(id))}
          onSelect={(id) => onSelect(inList(id))}
        />
      )}
      <ul className="check-legend">
        <li data-kind="change">{t('check.legend.change')}</li>
        <li data-kind="fault">{t('check.legend.fault')}</li>
      </ul>
    </section>
  );
}

function drawnOf(
  operations: readonly ChangeOperation[],
  violations: readonly ChangeViolation[],
): LabelledCollection {
  const sent = operations.flatMap((operation, index) =>
    geometriesOf(operation).map((geometry) => ({ geometry, id: `operation-${index}`, isFault: false })),
  );
  const offending = violations.flatMap(({ id, geometry }) =>
    geometry === undefined ? [] : [{ geometry, id, isFault: true }],
  );
  return {
    type: 'FeatureCollection',
    features: [...sent.slice(0, mostDrawn), ...offending].map(({ geometry, id, isFault }) => ({
      type: 'Feature',
      geometry,
      properties: {
        id,
        label: '',
        rank: 0,
        isSmall: isSmall(geometry),
        ...(isFault ? { tone: 'fault' as const } : {}),
      },
    })),
  };
}
