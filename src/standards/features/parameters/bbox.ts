import type { Polygon, Position } from 'geojson';
import { projector } from '../../../kernel/geo/crs-projector.ts';
import { type BoxNumbers, lonLatBox } from '../../../kernel/http/bbox-parameter.ts';
import type { Parsed } from '../../../kernel/http/parameters.ts';
import type { Box } from '../../../kernel/query/question.ts';
import type { AskedCrs } from '../crs.ts';

/** A box in longitude/latitude; where it was given in another system, also the area that it really is. */
export interface AskedBox {
  readonly box: Box;
  readonly area?: Polygon;
}

/** Turns the numbers of a box into longitude/latitude (`/req/crs/fc-bbox-crs-action`). */
export function boxIn(crs: AskedCrs, numbers: BoxNumbers): Parsed<AskedBox> {
  const [west, south, east, north] = crs.isYFirst
    ? [numbers[1], numbers[0], numbers[3], numbers[2]]
    : numbers;
  if (crs.epsg === 4326) {
    const asked = lonLatBox([west, south, east, north]);
    return 'value' in asked ? { value: { box: asked.value } } : asked;
  }
  if (south > north) return { code: 'bbox-order', params: { south, north } };
  if (west > east) return { code: 'bbox-range' };
  return areaIn(crs, west, south, east, north);
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
