import { useId } from 'react';
import type { ChangeMark } from '../api/count.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { instantOf, neighbour, timeText } from './time-axis.ts';
import type { Lane } from './time-handle.tsx';

interface TimeFieldProps {
  readonly lane: Lane;
  /** As it stands in the address. */
  readonly value: string | undefined;
  readonly marks: readonly ChangeMark[];
  readonly now: number;
  readonly onChange: (text: string | undefined) => void;
}

/** A time to type, with the way to the change before and after it. What was recorded is typed to the minute. */
export function TimeField({ lane, value, marks, now, onChange }: TimeFieldProps) {
  const { t, formats } = useLanguage();
  const id = useId();
  const isValid = lane === 'valid';
  const instant = instantOf(value, isValid ? 'first' : 'last');
  const go = (where: 'before' | 'after') => neighbour(marks, instant ?? now, where);
  const before = go('before');
  // After the last change comes the present.
  const after = instant === undefined ? undefined : (go('after') ?? 'now');
  const step = (to: number | 'now' | undefined, where: 'before' | 'after') => (
    <button
      type="button"
      className="time-step"
      disabled={to === undefined}
      aria-label={`${t(isValid ? 'times.datetime' : 'times.asOf')}: ${t(`times.${where}`)}`}
      title={t(`times.${where}`)}
      onClick={() => to !== undefined && onChange(to === 'now' ? undefined : timeText(to))}
    >
      <span aria-hidden="true">{where === 'before' ? '‹' : '›'}</span>
    </button>
  );
  const isOddly = value !== undefined && (instant === undefined || value.includes('/'));
  return (
    <div className="time-field" data-lane={lane}>
      <label htmlFor={id}>{t(isValid ? 'times.datetime' : 'times.asOf')}</label>
      <div className="time-entry">
        {step(before, 'before')}
        <input
          id={id}
          className="ds-input"
          type={isValid ? 'date' : 'datetime-local'}
          aria-describedby={`${id}-help`}
          value={instant === undefined ? '' : typed(instant, isValid)}
          onChange={({ target }) => onChange(read(target.value, isValid))}
        />
        {step(after, 'after')}
      </div>
      <span id={`${id}-help`} className="help">
        {isOddly
          ? value
          : instant !== undefined && isValid && value?.includes('T')
            ? formats.time(value)
            : t(isValid ? 'times.datetimeHelp' : 'times.asOfHelp')}
      </span>
    </div>
  );
}

/** Value of the input: a day in UTC, or day and minute at the reader's clock. */
function typed(instant: number, isDay: boolean): string {
  if (isDay) return new Date(instant).toISOString().slice(0, 10);
  const local = new Date(instant - new Date(instant).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function read(text: string, isDay: boolean): string | undefined {
  if (text === '') return undefined;
  if (isDay) return text;
  const instant = new Date(text).getTime();
  // The minute that was typed is meant as a whole.
  return Number.isNaN(instant) ? undefined : new Date(instant + 59_999).toISOString();
}
