import { useMemo, useRef, useState } from 'react';
import type { Box } from '../api/collections.ts';
import { useBasemap, useCollections } from '../api/queries.ts';
import type { SearchHit } from '../api/search.ts';
import { SearchBox } from '../forms/search-box.tsx';
import { boundsOf, widened } from '../map/bounds.ts';
import { isSmall, type LabelledCollection, nothingLabelled } from '../map/labelled.ts';
import { LazyMap } from '../map/lazy-map.tsx';
import { useLanguage } from '../ui/language-context.tsx';
import { QuestionError } from '../ui/question-error.tsx';
import { useTitle } from '../ui/use-title.ts';
import { DeskCards } from './desk-cards.tsx';

const country: Box = [44.6, 38.2, 51.2, 42.1];
const leastSpan = 0.12;

/** The first room: one question to all registers, the country, and the registers by desk. */
export function HomePage() {
  const { t } = useLanguage();
  useTitle(undefined);
  const collections = useCollections();
  const basemap = useBasemap();
  const panel = useRef<HTMLDivElement>(null);
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [looked, setLooked] = useState<SearchHit>();
  const records = useMemo(() => labelledHits(hits), [hits]);
  const focus = useMemo(() => {
    const box = looked && boundsOf([looked.geometry]);
    if (box === undefined) return undefined;
    return box[2] - box[0] < leastSpan ? around(box) : widened(box, 0.3);
  }, [looked]);
  return (
    <div className="home">
      <section className="hero">
        <div className="hero-map" data-ready={basemap.data !== undefined || undefined}>
          {basemap.data !== undefined && (
            <LazyMap
              label={t('home.map')}
              basemap={basemap.data}
              records={records}
              box={basemap.data.box ?? country}
              focus={focus}
              selected={looked && hitKey(looked)}
              areRecordsNamed={false}
              cover={panel}
              isInPage
            />
          )}
        </div>
        <div className="hero-text" ref={panel}>
          <h1>{t('home.title')}</h1>
          <p className="lead">{t('home.lead')}</p>
          <SearchBox onHits={setHits} onLook={setLooked} />
        </div>
      </section>
      <section className="desks" aria-labelledby="desks-title">
        <h2 id="desks-title">{t('home.registers')}</h2>
        {collections.error !== null ? (
          <QuestionError level={2} error={collections.error} retry={() => void collections.refetch()} />
        ) : (
          <DeskCards collections={collections.data} />
        )}
      </section>
    </div>
  );
}

export function hitKey({ register, id }: SearchHit): string {
  return `${register}/${id}`;
}

function labelledHits(hits: readonly SearchHit[]): LabelledCollection {
  if (hits.length === 0) return nothingLabelled;
  const features = hits.flatMap((hit) =>
    hit.geometry == null
      ? []
      : [
          {
            type: 'Feature' as const,
            geometry: hit.geometry,
            properties: { id: hitKey(hit), label: hit.title, rank: 0, isSmall: isSmall(hit.geometry) },
          },
        ],
  );
  return { type: 'FeatureCollection', features };
}

function around([west, south, east, north]: Box): Box {
  const span = 0.4;
  return [west - span, south - span, east + span, north + span];
}
