import type { Geometry } from 'geojson';
import { useMemo } from 'react';
import type { Box } from '../api/collections.ts';
import type { GeometryDiff } from '../api/history.ts';
import { useBasemap } from '../api/queries.ts';
import { boundsOf, widened } from '../map/bounds.ts';
import { isSmall } from '../map/labelled.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { measureText } from './measure-text.ts';

interface GeometryChangeProps {
  readonly diff: GeometryDiff;
  /** The later of the two geometries, or the one that there is: what the change is seen against. */
  readonly whole: Geometry | null;
}

/** What a place gained and what it lost: on the map in two colours, and in figures. */
export function GeometryChange({ diff, whole }: GeometryChangeProps) {
  const { t, formats } = useLanguage();
  const basemap = useBasemap();
  const { added, removed, measure, movedM } = diff;
  const names = { added: t('history.added'), removed: t('history.removed') };
  const box = useMemo(() => boundsOf([added, removed, whole]), [added, removed, whole]);
  const records = useMemo(() => {
    const part = (tone: 'added' | 'removed' | 'kept', geometry: Geometry | null) =>
      geometry === null
        ? []
        : [
            {
              type: 'Feature' as const,
              geometry,
              properties: { id: tone, label: '', rank: 0, isSmall: isSmall(geometry), tone },
            },
          ];
    return {
      type: 'FeatureCollection' as const,
      features: [...part('kept', whole), ...part('removed', removed), ...part('added', added)],
    };
  }, [added, removed, whole]);
  const say = (value: number) => measureText(value, measure!.unit, formats);
  return (
    <div className="geometry-change">
      <dl className="facts-stack">
        {measure !== undefined && measure.unit !== '1' && (
          <>
            <Fact tone="added" title={names.added} text={say(measure.added)} />
            <Fact tone="removed" title={names.removed} text={say(measure.removed)} />
            <Fact
              title={t(measure.unit === 'm2' ? 'history.area' : 'history.length')}
              text={t('history.wasBecame', { was: say(measure.was), became: say(measure.became) })}
            />
          </>
        )}
        {movedM !== undefined && <Fact title={t('history.moved')} text={measureText(movedM, 'm', formats)} />}
      </dl>
      {box !== undefined && !basemap.isPending && (
        <section className="map-frame record-map" aria-label={t('map.region')}>
          <LazyMap
            label={`${t('map.region')}: ${names.added}, ${names.removed}`}
            basemap={basemap.data}
            records={records}
            box={withSurroundings(box)}
            areRecordsNamed={false}
            isInPage
          />
        </section>
      )}
    </div>
  );
}

interface FactProps {
  readonly title: string;
  readonly text: string;
  readonly tone?: 'added' | 'removed';
}

function Fact({ title, text, tone }: FactProps) {
  return (
    <div data-tone={tone}>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </div>
  );
}

const leastSpanDeg = 0.002;

function withSurroundings(box: Box): Box {
  const [west, south, east, north] = box;
  const grow = Math.max(0, (leastSpanDeg - Math.max(east - west, north - south)) / 2);
  return widened([west - grow, south - grow, east + grow, north + grow], 0.5);
}
