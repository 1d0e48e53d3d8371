import type { KeyboardEvent } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { monthsOn, placeOf, type TimeAxis } from './time-axis.ts';

export type Lane = 'valid' | 'recorded';

interface TimeHandleProps {
  readonly lane: Lane;
  readonly axis: TimeAxis;
  readonly instant: number;
  readonly label: string;
  /** What a reader hears and sees of the value. */
  readonly text: string;
  /** Nothing was chosen: it stands at the present. */
  readonly isNow: boolean;
  readonly onMove: (instant: number) => void;
}

const dayMs = 86_400_000;
export const laneHeight = 44;
export const axisHeight = 2 * laneHeight + 22;

/** One of the two handles: a slider by pointer, touch and keys (days, with Page up and down months, Home and End). */
export function TimeHandle({ lane, axis, instant, label, text, isNow, onMove }: TimeHandleProps) {
  const { direction } = useLanguage();
  const x = placeOf(axis, instant);
  const isUpper = lane === 'valid';
  const knob = isUpper ? 9 : axisHeight - 9;
  const press = (event: KeyboardEvent) => {
    const next = stepped(event.key, instant, axis, direction);
    if (next === undefined) return;
    event.preventDefault();
    onMove(Math.min(axis.to, Math.max(axis.from, next)));
  };
  return (
    <g
      className="time-handle"
      data-lane={lane}
      data-now={isNow || undefined}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={Math.round(axis.from / dayMs)}
      aria-valuemax={Math.round(axis.to / dayMs)}
      aria-valuenow={Math.round(instant / dayMs)}
      aria-valuetext={text}
      transform={`translate(${x.toFixed(1)} 0)`}
      onKeyDown={press}
    >
      <line y1={isUpper ? 9 : laneHeight} y2={isUpper ? laneHeight + 22 : axisHeight - 9} />
      <circle className="time-target" cy={knob} r="20" />
      <circle className="time-knob" cy={knob} r="8" />
    </g>
  );
}

/** Where a key leads; undefined for keys that mean nothing here. */
function stepped(key: string, instant: number, axis: TimeAxis, direction: string): number | undefined {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === 'ArrowUp') return instant + dayMs;
  if (key === back || key === 'ArrowDown') return instant - dayMs;
  if (key === 'PageUp') return monthsOn(instant, 1);
  if (key === 'PageDown') return monthsOn(instant, -1);
  if (key === 'Home') return axis.from;
  return key === 'End' ? axis.to : undefined;
}
