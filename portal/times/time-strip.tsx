import { type PointerEvent, useEffect, useState } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import { axisOf, instantAt, instantOf, timeText } from './time-axis.ts';
import { TimeField } from './time-field.tsx';
import { axisHeight, type Lane, TimeHandle } from './time-handle.tsx';
import { TimeMarks } from './time-marks.tsx';
import { useChangeTimes } from './use-change-times.ts';
import { useWidth } from './use-width.ts';

export interface Times {
  readonly datetime?: string | undefined;
  readonly asOf?: string | undefined;
}

interface TimeStripProps extends Times {
  readonly register: string;
  readonly onChange: (times: Times) => void;
  /** What the server says is wrong with a time. */
  readonly sentences: readonly string[];
}

const settleMs = 250;
const dayMs = 86_400_000;

/** The two times over one axis: when it was true, when it was known. Map, table, count and downloads follow. */
export function TimeStrip({ register, datetime, asOf, onChange, sentences }: TimeStripProps) {
  const { t, formats, direction } = useLanguage();
  const changes = useChangeTimes(register);
  const [frame, width] = useWidth<HTMLDivElement>();
  const [now] = useState(() => Date.now());
  const [draft, setDraft] = useState<{ lane: Lane; instant: number }>();
  const [dragged, setDragged] = useState<Lane>();

  const chosen = { valid: instantOf(datetime, 'first'), recorded: instantOf(asOf, 'last') };
  const shown = {
    valid: draft?.lane === 'valid' ? draft.instant : chosen.valid,
    recorded: draft?.lane === 'recorded' ? draft.instant : chosen.recorded,
  };
  const asked = [now, ...[chosen.valid, chosen.recorded].filter((each) => each !== undefined)];
  const axis = axisOf(changes.data, asked, { width, isRightToLeft: direction === 'rtl' });

  const lane = draft?.lane;
  const drafted = draft && dayText(draft.instant);
  const isTaken = draft !== undefined && drafted === (draft.lane === 'valid' ? datetime : asOf);
  // The draft stands until the address says the same: between the two, the handle must not jump back.
  if (isTaken && dragged === undefined) setDraft(undefined);
  useEffect(() => {
    if (lane === undefined || drafted === undefined || isTaken || dragged !== undefined) return;
    const next = lane === 'valid' ? { datetime: drafted, asOf } : { datetime, asOf: drafted };
    const timer = setTimeout(() => onChange(next), settleMs);
    return () => clearTimeout(timer);
  }, [lane, drafted, isTaken, dragged, datetime, asOf, onChange]);

  const pointAt = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const grab = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    const { x, y } = pointAt(event);
    const lane = y < axisHeight / 2 ? 'valid' : 'recorded';
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(lane);
    setDraft({ lane, instant: instantAt(axis, x) });
  };
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (dragged !== undefined) setDraft({ lane: dragged, instant: instantAt(axis, pointAt(event).x) });
  };
  const handle = (lane: Lane, text: string | undefined) => {
    const instant = shown[lane];
    const said =
      instant !== undefined ? formats.date(dayText(instant)) : text === undefined ? t('times.now') : text;
    return (
      <TimeHandle
        lane={lane}
        axis={axis}
        instant={instant ?? now}
        label={t(lane === 'valid' ? 'times.datetime' : 'times.asOf')}
        text={said}
        isNow={instant === undefined}
        onMove={(next) => setDraft({ lane, instant: next })}
      />
    );
  };
  return (
    <section className="time-strip" aria-label={t('times.title')}>
      <div className="time-fields">
        <TimeField
          lane="valid"
          value={draft?.lane === 'valid' ? dayText(draft.instant) : datetime}
          marks={changes.data?.valid ?? []}
          now={now}
          onChange={(text) => onChange({ datetime: text, asOf })}
        />
        <TimeField
          lane="recorded"
          value={draft?.lane === 'recorded' ? dayText(draft.instant) : asOf}
          marks={changes.data?.recorded ?? []}
          now={now}
          onChange={(text) => onChange({ datetime, asOf: text })}
        />
        <button
          type="button"
          className="ds-button time-now"
          data-variant="secondary"
          disabled={datetime === undefined && asOf === undefined}
          onClick={() => onChange({ datetime: undefined, asOf: undefined })}
        >
          {t('times.now')}
        </button>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className="ds-validation-message" role="alert" dir="auto">
          {sentence}
        </p>
      ))}
      <div ref={frame} className="time-frame">
        {width > 0 && (
          <svg
            className="time-drawing"
            viewBox={`0 0 ${width} ${axisHeight}`}
            width={width}
            height={axisHeight}
            onPointerDown={grab}
            onPointerMove={drag}
            onPointerUp={() => setDragged(undefined)}
            onPointerCancel={() => {
              setDragged(undefined);
              setDraft(undefined);
            }}
          >
            <title>{t('times.drawing')}</title>
            <TimeMarks axis={axis} times={changes.data} />
            {handle('valid', datetime)}
            {handle('recorded', asOf)}
          </svg>
        )}
      </div>
      {changes.isError && <p className="help">{t('times.noMarks')}</p>}
    </section>
  );
}

/** The handles go by days; a time of day is typed, or found by going from change to change. */
function dayText(instant: number): string {
  return timeText(Math.floor(instant / dayMs) * dayMs);
}
