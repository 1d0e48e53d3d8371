import type { ReactNode } from 'react';
import { useLanguage } from '../ui/language-context.tsx';

/** Steps of magnification, as a share of what fits the window. */
const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6];

export function zoomedIn(zoom: number): number {
  return steps.find((step) => step > zoom) ?? zoom;
}

export function zoomedOut(zoom: number): number {
  return steps.findLast((step) => step < zoom) ?? zoom;
}

interface ZoomToolsProps {
  readonly zoom: number;
  readonly setZoom: (zoom: number) => void;
  readonly children?: ReactNode;
}

/** Larger, smaller, as it fits; the keys +, − and 0 do the same. */
export function ZoomTools({ zoom, setZoom, children }: ZoomToolsProps) {
  const { t, formats } = useLanguage();
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t('evidence.tools')}>
      {children}
      <button
        type="button"
        className="tool"
        onClick={() => setZoom(zoomedOut(zoom))}
        aria-label={t('evidence.smaller')}
      >
        −
      </button>
      <button type="button" className="tool" onClick={() => setZoom(1)} aria-label={t('evidence.fit')}>
        {formats.number(Math.round(zoom * 100))} %
      </button>
      <button
        type="button"
        className="tool"
        onClick={() => setZoom(zoomedIn(zoom))}
        aria-label={t('evidence.larger')}
      >
        +
      </button>
    </div>
  );
}

/** The zoom that a key asks for; undefined for any other key. */
export function zoomOfKey(key: string, zoom: number): number | undefined {
  if (key === '+' || key === '=') return zoomedIn(zoom);
  if (key === '-') return zoomedOut(zoom);
  return key === '0' ? 1 : undefined;
}
