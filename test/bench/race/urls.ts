import { seededRandom } from '../../../src/kernel/generate/random.ts';
import type { Box } from './contestant.ts';

/** Boxes of about 0.02° × 0.01° at random places of an extent, all different. */
export function boxesIn([west, south, east, north]: Box, count: number, seed: number): readonly Box[] {
  const random = seededRandom(seed);
  const [width, height] = [0.02, 0.01];
  const at = (from: number, to: number) => Math.round((from + random.next() * (to - from)) * 1e6) / 1e6;
  return Array.from({ length: count }, () => {
    const [x, y] = [at(west, east - width), at(south, north - height)];
    return [x, y, Math.round((x + width) * 1e6) / 1e6, Math.round((y + height) * 1e6) / 1e6] as const;
  });
}

/** Tiles of a zoom level that meet an extent (Web Mercator, rows from the north), in random order. */
export function tilesIn([west, south, east, north]: Box, zoom: number, seed: number) {
  const side = 2 ** zoom;
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * side);
  const row = (latitude: number) => {
    const angle = (latitude * Math.PI) / 180;
    return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side);
  };
  const tiles: [z: number, x: number, y: number][] = [];
  for (let x = column(west); x <= column(east); x++)
    for (let y = row(north); y <= row(south); y++) tiles.push([zoom, x, y]);
  const random = seededRandom(seed);
  for (let i = tiles.length - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [tiles[i], tiles[j]] = [tiles[j]!, tiles[i]!];
  }
  return tiles;
}
