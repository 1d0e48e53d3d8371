import type { Position } from 'geojson';
import { within } from '../../../src/kernel/generate/plane.ts';
import { districtOutlines } from './districts.ts';

/** Id of the district in which a position lies; undefined outside all of them. */
export function districtAt(position: Position): string | undefined {
  for (const [id, { coordinates }] of districtOutlines)
    for (const [outer, ...holes] of coordinates)
      if (within(position, outer!) && !holes.some((hole) => within(position, hole))) return id;
  return undefined;
}
