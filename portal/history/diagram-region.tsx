import { placeOf, type TimeAxis } from '../times/time-axis.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { bandHeight } from './diagram-measures.ts';
import type { Region } from './two-time-picture.ts';

interface DiagramRegionProps {
  readonly region: Region;
  readonly axis: TimeAxis;
  /** How many bands there are. */
  readonly bands: number;
  /** It is what the page shows. */
  readonly isAnswer: boolean;
  readonly text: string;
  readonly onTell: (text: string | undefined) => void;
}

const leastLabelPx = 48;

/** One rectangle of the picture; it leads to its entry. */
export function DiagramRegion({ region, axis, bands, isAnswer, text, onTell }: DiagramRegionProps) {
  const { formats } = useLanguage();
  const { entry, from, to, firstBand, endBand, isCurrent } = region;
  const ends = [Number.isFinite(from) ? from : axis.from, Number.isFinite(to) ? to : axis.to];
  const [start, end] = ends.map((instant) => placeOf(axis, instant)) as [number, number];
  const x = Math.min(start, end);
  const width = Math.max(2, Math.abs(end - start));
  const y = (bands - endBand) * bandHeight;
  const height = (endBand - firstBand) * bandHeight;
  const kind = entry.body === null ? 'absent' : isCurrent ? 'current' : 'superseded';
  return (
    <a
      href={`#entry-${entry.position}`}
      className="two-times-region"
      data-kind={kind}
      data-answer={isAnswer || undefined}
      aria-label={text}
      onMouseEnter={() => onTell(text)}
      onMouseLeave={() => onTell(undefined)}
      onFocus={() => onTell(text)}
      onBlur={() => onTell(undefined)}
    >
      <rect x={x + 0.5} y={y + 0.5} width={Math.max(1, width - 1)} height={height - 1} />
      {width > leastLabelPx && (
        <text x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle">
          {formats.number(entry.position)}
        </text>
      )}
    </a>
  );
}
