import { useState } from 'react';
import type { HistoryEntry } from '../api/record.ts';
import { axisOf, type TimeAxis } from '../times/time-axis.ts';
import { useWidth } from '../times/use-width.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { DiagramAxes } from './diagram-axes.tsx';
import { axisRoom, bandHeight, gutter } from './diagram-measures.ts';
import { DiagramRegion } from './diagram-region.tsx';
import { bandAt, regionAt, twoTimePicture } from './two-time-picture.ts';

interface TwoTimeDiagramProps {
  readonly entries: readonly HistoryEntry[];
  /** The two times of the page; undefined is now. */
  readonly datetime: number | undefined;
  readonly asOf: number | undefined;
  readonly hasMore: boolean;
}

/** More would be lines, not areas. */
const mostDrawn = 40;

/** Valid time across, recorded time up: which entry answers for what, since when, and what it superseded. */
export function TwoTimeDiagram({ entries, datetime, asOf, hasMore }: TwoTimeDiagramProps) {
  const { t, formats, direction } = useLanguage();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [now] = useState(() => Date.now());
  const [told, setTold] = useState<string>();
  const drawn = entries.slice(0, mostDrawn);
  const picture = twoTimePicture(drawn);
  const isNarrow = width < 480;
  const room = isNarrow ? 0 : gutter;
  const bounds = picture.regions.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  const isRightToLeft = direction === 'rtl';
  const plot: TimeAxis = axisOf(undefined, [...bounds, datetime ?? now], {
    width: Math.max(0, width - room),
    isRightToLeft,
  });
  const height = picture.bands.length * bandHeight + axisRoom;
  const band = asOf === undefined ? picture.bands.length - 1 : bandAt(picture, asOf);
  const answer = regionAt(picture, datetime ?? now, band);
  const say = (entry: HistoryEntry) =>
    t('history.region', {
      position: formats.number(entry.position),
      time: formats.time(entry.recordedAt),
      actor: entry.actor,
      what: entry.isErased
        ? t('record.erased')
        : entry.body === null
          ? t('record.absent')
          : t('history.says'),
    });
  return (
    <figure className="two-times" aria-labelledby="two-times-title">
      <figcaption id="two-times-title" className="help">
        {t('history.picture')}
      </figcaption>
      <div ref={frame} className="two-times-frame">
        {width > 0 && (
          <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
            <title>{t('history.pictureLabel')}</title>
            <defs>
              <pattern
                id="superseded"
                width="7"
                height="7"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect className="superseded-ground" width="7" height="7" />
                <line className="superseded-line" x1="0" y1="0" x2="0" y2="7" />
              </pattern>
            </defs>
            <g transform={`translate(${isRightToLeft ? 0 : room} 0)`}>
              {picture.regions.map((region) => (
                <DiagramRegion
                  key={`${region.entry.position} ${region.from} ${region.firstBand}`}
                  region={region}
                  axis={plot}
                  bands={picture.bands.length}
                  isAnswer={region === answer}
                  text={say(region.entry)}
                  onTell={setTold}
                />
              ))}
              <DiagramAxes
                axis={plot}
                bands={picture.bands}
                room={room}
                datetime={datetime ?? now}
                band={band}
              />
            </g>
          </svg>
        )}
      </div>
      <ul className="two-times-legend">
        <li data-kind="answer">{t('history.answer')}</li>
        <li data-kind="current">{t('history.current')}</li>
        <li data-kind="superseded">{t('history.superseded')}</li>
        <li data-kind="absent">{t('history.absent')}</li>
      </ul>
      <p className="two-times-told" aria-hidden="true">
        {told ?? t('history.hint')}
      </p>
      {(hasMore || entries.length > mostDrawn) && (
        <p className="help">{t('history.newestDrawn', { count: drawn.length })}</p>
      )}
    </figure>
  );
}
