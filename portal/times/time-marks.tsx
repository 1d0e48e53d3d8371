import type { ChangeMark, ChangeTimes } from '../api/count.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { placeOf, type TimeAxis, ticksOf } from './time-axis.ts';
import { axisHeight, laneHeight } from './time-handle.tsx';

interface TimeMarksProps {
  readonly axis: TimeAxis;
  readonly times: ChangeTimes | undefined;
}

/** Where something changed, above the axis when it held and below it when it was recorded; and the ticks between. */
export function TimeMarks({ axis, times }: TimeMarksProps) {
  const { formats } = useLanguage();
  const middle = laneHeight;
  return (
    <g>
      <rect className="time-axis" x="0" y={middle} width={axis.width} height="22" />
      {times !== undefined && (
        <>
          <Bars axis={axis} marks={times.valid} lane="valid" />
          <Bars axis={axis} marks={times.recorded} lane="recorded" />
        </>
      )}
      {ticksOf(axis).map(({ instant, unit }) => {
        const x = placeOf(axis, instant);
        const isCut = x < 18 || x > axis.width - 18;
        return (
          <g key={instant} className="time-tick" transform={`translate(${x.toFixed(1)} ${middle})`}>
            <line y1="0" y2="4" />
            {!isCut && (
              <text y="16" textAnchor="middle">
                {formats.tick(instant, unit)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

interface BarsProps {
  readonly axis: TimeAxis;
  readonly marks: readonly ChangeMark[];
  readonly lane: 'valid' | 'recorded';
}

const tallest = 24;

function Bars({ axis, marks, lane }: BarsProps) {
  const most = Math.max(1, ...marks.map(({ count }) => count));
  return marks.map(({ from, to, count }) => {
    const start = placeOf(axis, Date.parse(from));
    const end = placeOf(axis, Date.parse(to));
    // Roots keep a single change visible beside the loading of thousands.
    const height = 5 + (tallest - 5) * Math.sqrt(count / most);
    const y = lane === 'valid' ? laneHeight - height : axisHeight - laneHeight;
    return (
      <rect
        key={from}
        className="time-mark"
        data-lane={lane}
        x={Math.min(start, end) - 1}
        y={y}
        width={Math.max(2, Math.abs(end - start))}
        height={height}
      />
    );
  });
}
