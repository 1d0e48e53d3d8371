import { lazy, Suspense } from 'react';
import { useLanguage } from '../ui/language-context.tsx';
import type { MapCanvasProps } from './map-canvas.tsx';

const Canvas = lazy(() =>
  import('./map-canvas.tsx').then(
    ({ MapCanvas }) => ({ default: MapCanvas }),
    () => ({ default: MapMissing }),
  ),
);

/** The rest of the page works without the map, also where its chunk cannot be had. */
function MapMissing(_: MapCanvasProps) {
  const { t } = useLanguage();
  return <p className="map-message">{t('map.failed')}</p>;
}

/** The map, once its chunk has come. */
export function LazyMap(props: MapCanvasProps) {
  const { t } = useLanguage();
  return (
    <Suspense fallback={<p className="map-message">{t('map.loading')}</p>}>
      <Canvas {...props} />
    </Suspense>
  );
}
