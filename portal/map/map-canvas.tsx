import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Basemap } from '../api/basemap.ts';
import type { Box } from '../api/collections.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { useDark } from '../ui/use-dark.ts';
import type { LabelledCollection } from './labelled.ts';
import { MapButtons } from './map-buttons.tsx';
import { type MapSnapshot, Scene } from './scene.ts';
import type { TileContent } from './tile-layers.ts';

export interface MapCanvasProps {
  readonly label: string;
  readonly basemap: Basemap | undefined;
  readonly records: LabelledCollection;
  readonly tiles?: TileContent | undefined;
  /** What "show all" shows, and where the map begins. */
  readonly box: Box;
  /** A new value moves the map there. */
  readonly focus?: Box | undefined;
  readonly hovered?: string | undefined;
  readonly selected?: string | undefined;
  readonly isInPage?: boolean;
  /** What lies over the map at its start; the map keeps its subject clear of it. */
  readonly cover?: RefObject<HTMLElement | null>;
  readonly areRecordsNamed?: boolean;
  readonly onView?: (box: Box) => void;
  readonly onHover?: (id: string | undefined) => void;
  readonly onSelect?: (id: string | undefined) => void;
  readonly onTogether?: (isTogether: boolean) => void;
  /** Buttons that stand below those of the map itself. */
  readonly tools?: (
    picture: (width: number, height: number) => Promise<MapSnapshot | undefined>,
  ) => ReactNode;
}

/** The map itself; it lives in its own chunk, because most of the portal works without it. */
export function MapCanvas(props: MapCanvasProps) {
  const {
    basemap,
    records,
    tiles,
    box,
    focus,
    hovered,
    selected,
    isInPage = false,
    areRecordsNamed = true,
  } = props;
  const { t, language } = useLanguage();
  const isDark = useDark();
  const [isBroken, setBroken] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene>(null);
  const events = useRef(props);
  events.current = props;
  const content = { basemap, records, tiles, language, isDark, areRecordsNamed };
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
        covered: () => coveredBy(container.current, events.current.cover?.current),
        events: {
          onView: (view) => events.current.onView?.(view),
          onHover: (id) => events.current.onHover?.(id),
          onSelect: (id) => events.current.onSelect?.(id),
          onTogether: (isTogether) => events.current.onTogether?.(isTogether),
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
    () => scene.current?.show({ basemap, records, tiles, language, isDark, areRecordsNamed }),
    [basemap, records, tiles, language, isDark, areRecordsNamed],
  );
  useEffect(() => scene.current?.mark('hover', hovered), [hovered]);
  useEffect(() => scene.current?.mark('selected', selected), [selected]);
  useEffect(() => {
    if (focus !== undefined) scene.current?.fit(focus);
  }, [focus]);

  if (isBroken) return <p className="map-message">{t('map.failed')}</p>;
  return (
    <>
      <div className="map-canvas" ref={container} />
      <MapButtons
        onZoom={(step) => scene.current?.zoom(step)}
        onFit={() => scene.current?.fit(focus ?? box)}
      />
      {props.tools?.(async (width, height) => scene.current?.picture(width, height))}
    </>
  );
}

const widestShare = 0.6;

/** Pixels that the cover takes from the left and from the right of the map; none where it stands above or below. */
function coveredBy(map: HTMLElement | null, cover: HTMLElement | null | undefined) {
  if (map == null || cover == null) return { left: 0, right: 0 };
  const [outer, inner] = [map.getBoundingClientRect(), cover.getBoundingClientRect()];
  const isBeside = inner.bottom > outer.top && inner.width < outer.width * widestShare;
  if (!isBeside) return { left: 0, right: 0 };
  const isLeft = inner.left - outer.left < outer.right - inner.right;
  return isLeft ? { left: inner.right - outer.left, right: 0 } : { left: 0, right: outer.right - inner.left };
}
