import type { Geometry, Position } from 'geojson';
import { useMemo } from 'react';
import type { Box } from '../api/collections.ts';
import { useBasemap, useOutline } from '../api/queries.ts';
import { boundsOf, widened } from '../map/bounds.ts';
import { useLanguage } from '../ui/language-context.tsx';

const outlineId = 'country-outline';
const width = 100;

/** Longitude and latitude as places in a picture of the country. */
interface Picture {
  readonly box: Box;
  readonly height: number;
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
}

function pictureOf(box: Box): Picture {
  const [west, south, east, north] = widened(box, 0.08);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * narrowing);
  const x = (lon: number) => Math.round((lon - west) * narrowing * scale * 10) / 10;
  const y = (lat: number) => Math.round((north - lat) * scale * 10) / 10;
  return { box: [west, south, east, north], height: y(south), x, y };
}

function usePicture(): Picture | undefined {
  const { data } = useBasemap();
  const box = data?.box;
  return useMemo(() => box && pictureOf(box), [box]);
}

/** The country's outline, drawn once for all pictures of the page. */
export function CountryOutline() {
  const picture = usePicture();
  const { data: shapes } = useOutline();
  const path = useMemo(() => {
    if (!picture || !shapes) return '';
    return shapes.features
      .flatMap(({ geometry }) => ringsOf(geometry))
      .map((ring) => pathOf(ring, picture))
      .join('');
  }, [shapes, picture]);
  if (!picture) return null;
  return (
    <svg className="outline-source" aria-hidden="true">
      <symbol id={outlineId} viewBox={`0 0 ${width} ${picture.height}`}>
        <path d={path} />
      </symbol>
    </svg>
  );
}

/** Where a resource is: its box over the country. */
export function ExtentThumb({
  geometry,
  title,
}: {
  readonly geometry: Geometry | null;
  readonly title: string;
}) {
  const { t } = useLanguage();
  const picture = usePicture();
  const box = boundsOf([geometry]);
  if (!picture) return <span className="extent-thumb" />;
  const frame = box && clipped(box, picture);
  return (
    <svg
      className="extent-thumb"
      viewBox={`0 0 ${width} ${picture.height}`}
      role="img"
      aria-label={box ? t('catalogue.extent', { title }) : t('catalogue.noPlace')}
    >
      <use href={`#${outlineId}`} width={width} height={picture.height} className="extent-country" />
      {frame && <rect {...frame} className="extent-box" rx="1.5" />}
      {!box && <path className="extent-none" d={`M0 ${picture.height}L${width} 0`} />}
    </svg>
  );
}

const leastSize = 4;

/** The box within the picture, and large enough to be seen. */
function clipped([west, south, east, north]: Box, { x, y, height }: Picture) {
  const [left, right] = [Math.max(1, x(west)), Math.min(width - 1, x(east))];
  const [top, bottom] = [Math.max(1, y(north)), Math.min(height - 1, y(south))];
  if (right < left || bottom < top) return undefined;
  const [wide, high] = [Math.max(leastSize, right - left), Math.max(leastSize, bottom - top)];
  return {
    x: left - (wide - (right - left)) / 2,
    y: top - (high - (bottom - top)) / 2,
    width: wide,
    height: high,
  };
}

function ringsOf(geometry: Geometry | null): readonly (readonly Position[])[] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates[0]!];
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.map((polygon) => polygon[0]!);
  return [];
}

/** Positions that fall on the same tenth of the picture are drawn once. */
function pathOf(ring: readonly Position[], { x, y }: Picture): string {
  let path = '';
  let last = '';
  for (const [lon, lat] of ring) {
    const point = `${x(lon!)} ${y(lat!)}`;
    if (point === last) continue;
    path += `${path === '' ? 'M' : 'L'}${point}`;
    last = point;
  }
  return `${path}Z`;
}
