import type { FilterSpecification } from 'maplibre-gl';
import type { Box } from '../api/collections.ts';
import { sessionState } from '../session/session.ts';
import { type GeoJSONSource, type MapGeoJSONFeature, MapLibreMap, type MapMouseEvent } from './engine.ts';
import { type MapContent, mapStyle } from './map-style.ts';
import { onceAFrame } from './once-a-frame.ts';
import { recordLayerIds } from './record-layers.ts';
import { countTag, tileLayerIds, tileSource } from './tile-layers.ts';

export interface SceneEvents {
  readonly onView: (box: Box) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (id: string | undefined) => void;
  /** Whether some of what is seen stands for several records. */
  readonly onTogether?: (isTogether: boolean) => void;
}

export interface SceneOptions {
  readonly container: HTMLElement;
  readonly content: MapContent;
  readonly box: Box;
  /** The page keeps the wheel and single touches; the map takes them with a key or two fingers. */
  readonly isInPage: boolean;
  readonly locale: Record<string, string>;
  /** Pixels at left and right that something else covers. */
  readonly covered: () => { readonly left: number; readonly right: number };
  readonly events: SceneEvents;
}

type Mark = 'hover' | 'selected';

const hitTolerancePx = 4;
const marginPx = 36;
const nearestZoom = 17;
/** How long a map lies still before it is looked at as a whole. */
const restMs = 300;
const keys = ['basemap', 'records', 'tiles', 'language', 'isDark', 'areRecordsNamed'] as const;

/** A drawn map outside of React: content and marks are put in, views and pointers come out. */
export class Scene {
  readonly #map: MapLibreMap;
  readonly #marked: Record<Mark, string | undefined> = { hover: undefined, selected: undefined };
  readonly #covered: SceneOptions['covered'];
  #content: MapContent;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor({ container, content, box, isInPage, locale, covered, events }: SceneOptions) {
    this.#content = content;
    this.#covered = covered;
    this.#map = new MapLibreMap({
      container,
      style: mapStyle(content),
      bounds: box,
      fitBoundsOptions: this.#fitting(),
      attributionControl: false,
      cooperativeGestures: isInPage,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
      locale,
      transformRequest: (url) => authorised(url),
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#remark();
    this.#map.on('idle', () => {
      container.setAttribute('data-drawn', '');
      // It looks at everything that is drawn: whoever pans on does not wait for it.
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => events.onTogether?.(this.#isTogether()), restMs);
    });
    this.#map.on('movestart', () => clearTimeout(this.#resting));
    this.#map.on('moveend', () => events.onView(this.view()));
    const hover = onceAFrame((event: MapMouseEvent) => {
      // What lies under a hand that drags the map stays under it.
      if (this.#map.isMoving()) return;
      const id = this.#recordAt(event);
      this.#map.getCanvas().classList.toggle('is-over-record', id !== undefined);
      events.onHover(id);
    });
    this.#map.on('remove', () => {
      hover.cancel();
      clearTimeout(this.#resting);
    });
    this.#map.on('mousemove', hover);
    this.#map.on('mouseout', () => {
      hover.cancel();
      events.onHover(undefined);
    });
    this.#map.on('click', (event) => {
      const id = this.#recordAt(event);
      if (id === undefined && this.#manyAt(event))
        this.#map.easeTo({ center: event.lngLat, zoom: this.#map.getZoom() + 2 });
      else events.onSelect(id);
    });
  }

  view(): Box {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** New content; only what differs is drawn anew. */
  show(content: MapContent): void {
    const former = this.#content;
    if (keys.every((key) => former[key] === content[key])) return;
    this.#content = content;
    const source = this.#map.getSource<GeoJSONSource>('records');
    const isOnlyRecords = keys.every((key) => key === 'records' || former[key] === content[key]);
    if (isOnlyRecords && source !== undefined) source.setData(content.records);
    else this.#map.setStyle(mapStyle(content), { diff: this.#map.isStyleLoaded() === true });
    this.#remark();
  }

  mark(mark: Mark, id: string | undefined): void {
    const former = this.#marked[mark];
    if (former === id) return;
    this.#marked[mark] = id;
    if (former !== undefined) this.#state(former, mark, false);
    if (id !== undefined) this.#state(id, mark, true);
  }

  /** Marks a record wherever it is drawn. */
  #state(id: string, mark: Mark, isOn: boolean): void {
    const { tiles } = this.#content;
    if (this.#map.getSource('records'))
      this.#map.setFeatureState({ source: 'records', id }, { [mark]: isOn });
    if (tiles && this.#map.getSource(tileSource))
      this.#map.setFeatureState({ source: tileSource, sourceLayer: tiles.register, id }, { [mark]: isOn });
  }

  /** The same view drawn anew in another size, for a print; undefined where that takes too long. */
  async picture(width: number, height: number): Promise<MapSnapshot | undefined> {
    const container = document.createElement('div');
    container.className = 'map-picture';
    container.style.width = `${width / pictureRatio}px`;
    container.style.height = `${height / pictureRatio}px`;
    document.body.append(container);
    const map = new MapLibreMap({
      container,
      style: mapStyle({ ...this.#content, isDark: false }),
      bounds: this.view(),
      attributionControl: false,
      interactive: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      pixelRatio: pictureRatio,
      canvasContextAttributes: { preserveDrawingBuffer: true },
      transformRequest: (url) => authorised(url),
    });
    try {
      const isDrawn = await new Promise<boolean>((resolve) => {
        map.once('idle', () => resolve(true));
        setTimeout(() => resolve(false), pictureMs);
      });
      return isDrawn ? copyOf(map) : undefined;
    } finally {
      map.remove();
      container.remove();
    }
  }

  fit(box: Box): void {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map.fitBounds(box, { ...this.#fitting(), animate: !isStill, duration: 700 });
  }

  zoom(step: 1 | -1): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + step, duration: 250 });
  }

  remove(): void {
    this.#map.remove();
  }

  #fitting() {
    const { left, right } = this.#covered();
    const padding = { top: marginPx, bottom: marginPx, left: left + marginPx, right: right + marginPx };
    return { padding, maxZoom: nearestZoom };
  }

  #remark(): void {
    this.#map.once('idle', () => {
      for (const mark of ['hover', 'selected'] as const) {
        const id = this.#marked[mark];
        if (id !== undefined) this.#state(id, mark, true);
      }
    });
  }

  #recordAt(event: MapMouseEvent): string | undefined {
    const hit = this.#hits(event).find(({ properties }) => properties.id !== undefined);
    return hit === undefined ? undefined : String(hit.properties.id);
  }

  #manyAt(event: MapMouseEvent): boolean {
    return this.#hits(event).some(({ properties }) => properties[countTag] > 1);
  }

  #hits({ point }: MapMouseEvent): MapGeoJSONFeature[] {
    if (this.#map.getSource('records') === undefined) return [];
    const around: [[number, number], [number, number]] = [
      [point.x - hitTolerancePx, point.y - hitTolerancePx],
      [point.x + hitTolerancePx, point.y + hitTolerancePx],
    ];
    const { tiles } = this.#content;
    const layers = [...[...recordLayerIds].reverse(), ...(tiles ? tileLayerIds(tiles) : [])];
    return this.#map.queryRenderedFeatures(around, { layers: layers.filter((id) => this.#map.getLayer(id)) });
  }

  #isTogether(): boolean {
    const { tiles } = this.#content;
    if (!tiles) return false;
    const layers = tileLayerIds(tiles).filter((id) => this.#map.getLayer(id));
    return this.#map.queryRenderedFeatures({ layers, filter: isTogether }).length > 0;
  }
}

/** Several records drawn as one. */
const isTogether: FilterSpecification = ['>', ['coalesce', ['get', countTag], 0], 1];

/** Pixels of a picture to one of the page: names are drawn for the eye, not for the printer. */
const pictureRatio = 2;
const pictureMs = 60_000;

/** The frame as a canvas that outlives its map. */
function copyOf(map: MapLibreMap): MapSnapshot {
  const canvas = document.createElement('canvas');
  const drawn = map.getCanvas();
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d')!.drawImage(drawn, 0, 0);
  const worldPx = 512 * 2 ** map.getZoom() * pictureRatio;
  const { lat } = map.getCenter();
  return { canvas, metresPerPixel: (earthMetres * Math.cos((lat * Math.PI) / 180)) / worldPx };
}

const earthMetres = 2 * Math.PI * 6378137;

export interface MapSnapshot {
  readonly canvas: HTMLCanvasElement;
  /** Ground metres of one pixel of the canvas, at its middle. */
  readonly metresPerPixel: number;
}

/** Tiles of an administrator's session are those that an administrator sees. */
function authorised(url: string): { url: string; headers?: Record<string, string> } {
  const token = sessionState().session?.token;
  const isOwn = new URL(url, location.href).origin === location.origin;
  return token === undefined || !isOwn ? { url } : { url, headers: { authorization: `Bearer ${token}` } };
}
