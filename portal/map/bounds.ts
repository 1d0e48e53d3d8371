import type { Geometry, Position } from 'geojson';
import type { Box } from '../api/collections.ts';

/** Smallest box around geometries, or undefined where none has a position. */
export function boundsOf(geometries: Iterable<Geometry | null | undefined>): Box | undefined {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const visit = (level: Position | readonly unknown[]): void => {
    if (typeof level[0] === 'number') {
      const [x, y] = level as Position;
      west = Math.min(west, x!);
      east = Math.max(east, x!);
      south = Math.min(south, y!);
      north = Math.max(north, y!);
    } else for (const part of level) visit(part as readonly unknown[]);
  };
  const open = (geometry: Geometry | null | undefined): void => {
    if (geometry === null || geometry === undefined) return;
    if (geometry.type === 'GeometryCollection') for (const member of geometry.geometries) open(member);
    else visit(geometry.coordinates);
  };
  for (const geometry of geometries) open(geometry);
  return west <= east ? [west, south, east, north] : undefined;
}

/** Whether the first box holds the second. */
export function contains(outer: Box, inner: Box): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

/** A box made larger by a share of its size, within the world, with coordinates short enough for an address. */
export function widened(box: Box, share: number): Box {
  const dx = (box[2] - box[0]) * share;
  const dy = (box[3] - box[1]) * share;
  const short = (value: number) => Math.round(value * 1e4) / 1e4;
  return [
    short(Math.max(-180, box[0] - dx)),
    short(Math.max(-90, box[1] - dy)),
    short(Math.min(180, box[2] + dx)),
    short(Math.min(90, box[3] + dy)),
  ];
}
