import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useLanguage } from './language-context.tsx';

const least = 25;
const most = 75;
const stepPercent = 5;

interface SplitViewProps {
  readonly start: ReactNode;
  readonly end: ReactNode;
  readonly shown: 'both' | 'start' | 'end';
}

/** Two panels side by side with a bar between them that pointer and arrow keys move; one above the other when narrow. */
export function SplitView({ start, end, shown }: SplitViewProps) {
  const { t, direction } = useLanguage();
  const [share, setShare] = useState(52);
  const frame = useRef<HTMLDivElement>(null);
  const limit = (percent: number) => Math.min(most, Math.max(least, Math.round(percent)));
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const fromStart = direction === 'rtl' ? box.right - event.clientX : event.clientX - box.left;
    setShare(limit((fromStart / box.width) * 100));
  };
  const press = (event: KeyboardEvent) => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === forward) setShare((now) => limit(now + stepPercent));
    else if (event.key === back) setShare((now) => limit(now - stepPercent));
    else if (event.key === 'Home') setShare(least);
    else if (event.key === 'End') setShare(most);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="split"
      data-shown={shown}
      ref={frame}
      style={{ '--split-start': `${share}fr`, '--split-end': `${100 - share}fr` } as Record<string, string>}
    >
      {shown !== 'end' && <div className="split-panel">{start}</div>}
      {shown === 'both' && (
        // biome-ignore lint/a11y/useSemanticElements: <hr> cannot take the focus; this separator is a control.
        <div
          className="split-bar"
          role="separator"
          aria-orientation="vertical"
          aria-label={t('register.split')}
          aria-valuenow={share}
          aria-valuemin={least}
          aria-valuemax={most}
          tabIndex={0}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onKeyDown={press}
        />
      )}
      {shown !== 'start' && <div className="split-panel">{end}</div>}
    </div>
  );
}
