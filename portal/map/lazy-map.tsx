import { lazy, Suspense } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import type { MapCanvasProps } from './map-canvas.tsx';

const Canvas = lazy(async () => ({ default: (await import('./map-canvas.tsx')).MapCanvas }));

/** The map, once its chunk has come. */
export function LazyMap(props: MapCanvasProps) {
  const { t } = useLanguage();
  return (
    <Suspense fallback={<p className="map-message">{t('map.loading')}</p>}>
      <Canvas {...props} />
    </Suspense>
  );
}
