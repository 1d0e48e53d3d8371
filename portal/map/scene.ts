import type { Box } from '../api/collections.ts';
import { type GeoJSONSource, MapLibreMap, type MapMouseEvent } from './engine.ts';
import { type MapContent, mapStyle } from './map-style.ts';
import { recordLayerIds } from './record-layers.ts';

export interface SceneEvents {
  readonly onView: (box: Box) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onSelect: (id: string | undefined) => void;
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
const nearestZoom = 13;
const keys = ['basemap', 'records', 'language', 'isDark', 'areRecordsNamed'] as const;

/** A drawn map outside of React: content and marks are put in, views and pointers come out. */
export class Scene {
  readonly #map: MapLibreMap;
  readonly #marked: Record<Mark, string | undefined> = { hover: undefined, selected: undefined };
  readonly #covered: SceneOptions['covered'];
  #content: MapContent;

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
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#remark();
    this.#map.on('idle', () => container.setAttribute('data-drawn', ''));
    this.#map.on('moveend', () => events.onView(this.view()));
    this.#map.on('mousemove', (event) => {
      const id = this.#recordAt(event);
      this.#map.getCanvas().classList.toggle('is-over-record', id !== undefined);
      events.onHover(id);
    });
    this.#map.on('mouseout', () => events.onHover(undefined));
    this.#map.on('click', (event) => events.onSelect(this.#recordAt(event)));
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
    if (this.#map.getSource('records') === undefined) return;
    if (former !== undefined) this.#map.setFeatureState({ source: 'records', id: former }, { [mark]: false });
    if (id !== undefined) this.#map.setFeatureState({ source: 'records', id }, { [mark]: true });
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
        if (id !== undefined) this.#map.setFeatureState({ source: 'records', id }, { [mark]: true });
      }
    });
  }

  #recordAt({ point }: MapMouseEvent): string | undefined {
    if (!this.#map.isStyleLoaded()) return undefined;
    const around: [[number, number], [number, number]] = [
      [point.x - hitTolerancePx, point.y - hitTolerancePx],
      [point.x + hitTolerancePx, point.y + hitTolerancePx],
    ];
    const [hit] = this.#map.queryRenderedFeatures(around, { layers: [...recordLayerIds].reverse() });
    return hit === undefined ? undefined : String(hit.properties.id);
  }
}
