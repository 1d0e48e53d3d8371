import { placeOf, type TimeAxis, ticksOf } from '../times/time-axis.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { bandHeight } from './diagram-measures.ts';

interface DiagramAxesProps {
  readonly axis: TimeAxis;
  /** When each band of recorded time begins, oldest first. */
  readonly bands: readonly string[];
  /** Pixels beside the plot for the names of bands; none where the page is narrow. */
  readonly room: number;
  /** The two times that the page shows. */
  readonly datetime: number;
  readonly band: number;
}

/** Years below, days of recording at the side, and a cross at the two times of the page. */
export function DiagramAxes({ axis, bands, room, datetime, band }: DiagramAxesProps) {
  const { formats } = useLanguage();
  const bottom = bands.length * bandHeight;
  const x = placeOf(axis, datetime);
  const y = (bands.length - band - 0.5) * bandHeight;
  const days = new Set(bands.map((begin) => begin.slice(0, 10)));
  const name = days.size < bands.length ? formats.time : formats.date;
  const side = axis.isRightToLeft ? axis.width + 8 : -8;
  return (
    <g className="two-times-axes">
      <line x1="0" x2={axis.width} y1={bottom} y2={bottom} />
      {ticksOf(axis).map(({ instant, unit }) => {
        const at = placeOf(axis, instant);
        const isCut = at < 18 || at > axis.width - 18;
        return (
          <g key={instant} transform={`translate(${at.toFixed(1)} ${bottom})`}>
            <line y1="0" y2="4" />
            {!isCut && (
              <text y="17" textAnchor="middle">
                {formats.tick(instant, unit)}
              </text>
            )}
          </g>
        );
      })}
      {room > 0 &&
        bands.map((begin, index) => (
          <text
            key={begin}
            x={side}
            y={(bands.length - index) * bandHeight - 6}
            textAnchor="end"
            className="two-times-band"
          >
            {name(begin)}
          </text>
        ))}
      <line className="two-times-cross" x1={x} x2={x} y1="0" y2={bottom} />
      {band >= 0 && <line className="two-times-cross" x1="0" x2={axis.width} y1={y} y2={y} />}
    </g>
  );
}
