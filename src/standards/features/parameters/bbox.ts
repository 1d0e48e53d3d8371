import type { Polygon, Position } from 'geojson';
import { projector } from '../../../kernel/geo/crs-projector.ts';
import type { Parsed, Parser } from '../../../kernel/http/parameters.ts';
import type { Box } from '../../../kernel/query/question.ts';
import type { AskedCrs } from '../crs.ts';

/** A box in longitude/latitude; where it was given in another system, also the area that it really is. */
export interface AskedBox {
  readonly box: Box;
  readonly area?: Polygon;
}

/** `bbox` (OGC 17-069r4, 7.15.3): 4 or 6 numbers; heights are read and not compared. In the order of the numbers given. */
export const bboxParameter: Parser<readonly [number, number, number, number]> = (text) => {
  const numbers = text
    .split(',')
    .map((part) => (/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(part) ? Number(part) : Number.NaN));
  if ((numbers.length !== 4 && numbers.length !== 6) || !numbers.every(Number.isFinite))
    return { code: 'bbox' };
  const [a, b, c, d, e] = numbers as [number, number, number, number, number];
  return { value: numbers.length === 4 ? [a, b, c, d] : [a, b, d, e] };
};

/** Turns the numbers of a box into longitude/latitude (`/req/crs/fc-bbox-crs-action`). */
export function boxIn(crs: AskedCrs, numbers: readonly [number, number, number, number]): Parsed<AskedBox> {
  const [west, south, east, north] = crs.isYFirst
    ? [numbers[1], numbers[0], numbers[3], numbers[2]]
    : numbers;
  if (south > north) return { code: 'bbox-order', params: { south, north } };
  if (crs.epsg === 4326) {
    if (north < -90 || south > 90) return { code: 'bbox-range' };
    return { value: { box: normalise(west, Math.max(south, -90), east, Math.min(north, 90)) } };
  }
  if (west > east) return { code: 'bbox-range' };
  return areaIn(crs, west, south, east, north);
}

/** Longitudes beyond 180° are wrapped, as clients send them whose maps go round the world. */
function normalise(west: number, south: number, east: number, north: number): Box {
  if (Math.abs(west) <= 180 && Math.abs(east) <= 180) return [west, south, east, north];
  if (east - west >= 360) return [-180, south, 180, north];
  const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
  return [wrap(west), south, wrap(east), north];
}

const stepsPerEdge = 16;

function areaIn(crs: AskedCrs, west: number, south: number, east: number, north: number): Parsed<AskedBox> {
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const { position } = projector(crs.epsg, 4326);
  const ring: Position[] = [];
  for (const [index, [x, y]] of corners.entries()) {
    const [toX, toY] = corners[(index + 1) % 4]!;
    for (let step = 0; step < stepsPerEdge; step++) {
      const share = step / stepsPerEdge;
      ring.push(position([x! + (toX! - x!) * share, y! + (toY! - y!) * share]));
    }
  }
  ring.push([...ring[0]!]);
  const isOnEarth = ring.every(([x, y]) => Math.abs(x!) <= 180 && Math.abs(y!) <= 90);
  if (!isOnEarth) return { code: 'bbox-range' };
  const xs = ring.map(([x]) => x!);
  const ys = ring.map(([, y]) => y!);
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const isFlat = box[0] === box[2] || box[1] === box[3];
  return { value: isFlat ? { box } : { box, area: { type: 'Polygon', coordinates: [ring] } } };
}
