import { useEffect, useRef, useState } from 'react';
import type { Basemap } from '../api/basemap.ts';
import type { Box } from '../api/collections.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { useDark } from '../ui/use-dark.ts';
import type { LabelledCollection } from './labelled.ts';
import { MapButtons } from './map-buttons.tsx';
import { Scene } from './scene.ts';

export interface MapCanvasProps {
  readonly label: string;
  readonly basemap: Basemap | undefined;
  readonly records: LabelledCollection;
  /** What "show all" shows, and where the map begins. */
  readonly box: Box;
  /** A new value moves the map there. */
  readonly focus?: Box | undefined;
  readonly hovered?: string | undefined;
  readonly selected?: string | undefined;
  readonly isInPage?: boolean;
  readonly areRecordsNamed?: boolean;
  readonly onView?: (box: Box) => void;
  readonly onHover?: (id: string | undefined) => void;
  readonly onSelect?: (id: string | undefined) => void;
}

/** The map itself; it lives in its own chunk, because most of the portal works without it. */
export function MapCanvas(props: MapCanvasProps) {
  const { basemap, records, box, focus, hovered, selected, isInPage = false, areRecordsNamed = true } = props;
  const { t, language } = useLanguage();
  const isDark = useDark();
  const [isBroken, setBroken] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene>(null);
  const events = useRef(props);
  events.current = props;
  const content = { basemap, records, language, isDark, areRecordsNamed };
  const beginning = useRef({ content, box, isInPage, t });

  useEffect(() => {
    if (container.current === null) return;
    const { content, box, isInPage, t } = beginning.current;
    try {
      scene.current = new Scene({
        container: container.current,
        content,
        box,
        isInPage,
        locale: {
          'Map.Title': events.current.label,
          'CooperativeGesturesHandler.WindowsHelpText': t('map.wheel'),
          'CooperativeGesturesHandler.MacHelpText': t('map.wheelMac'),
          'CooperativeGesturesHandler.MobileHelpText': t('map.touch'),
        },
        events: {
          onView: (view) => events.current.onView?.(view),
          onHover: (id) => events.current.onHover?.(id),
          onSelect: (id) => events.current.onSelect?.(id),
        },
      });
    } catch {
      setBroken(true);
    }
    return () => {
      scene.current?.remove();
      scene.current = null;
    };
  }, []);

  useEffect(
    () => scene.current?.show({ basemap, records, language, isDark, areRecordsNamed }),
    [basemap, records, language, isDark, areRecordsNamed],
  );
  useEffect(() => scene.current?.mark('hover', hovered), [hovered]);
  useEffect(() => scene.current?.mark('selected', selected), [selected]);
  useEffect(() => {
    if (focus !== undefined) scene.current?.fit(focus);
  }, [focus]);

  if (isBroken) return <p className="map-message">{t('map.failed')}</p>;
  return (
    <>
      <div className="map-canvas" ref={container} role="region" aria-label={props.label} />
      <MapButtons
        onZoom={(step) => scene.current?.zoom(step)}
        onFit={() => scene.current?.fit(focus ?? box)}
      />
    </>
  );
}
