import { createTile, type TerrainTile } from './tile.ts';

/** [longitude, latitude] of the south-west corner that a name like N46E008.hgt tells, or undefined. */
export function hgtCorner(name: string): [number, number] | undefined {
  const match = /([NS])(\d{2})([EW])(\d{3})/i.exec(name);
  if (match === null) return undefined;
  const lat = Number(match[2]) * (match[1]!.toUpperCase() === 'S' ? -1 : 1);
  const lon = Number(match[4]) * (match[3]!.toUpperCase() === 'W' ? -1 : 1);
  return [lon, lat];
}

/**
 * Reads an SRTM tile (.hgt): big-endian 16-bit metres, 1201 × 1201 or 3601 × 3601 samples, void −32768.
 *
 * @throws RangeError with what is wrong where the name or the size does not fit
 */
export function readHgt(bytes: Uint8Array, name: string, source: string, hash: string): TerrainTile {
  const corner = hgtCorner(name);
  if (corner === undefined)
    throw new RangeError(`${name}: a name like N46E008.hgt is needed to place the tile`);
  const side = Math.sqrt(bytes.byteLength / 2);
  if (side !== 1201 && side !== 3601) {
    throw new RangeError(
      `${name}: ${bytes.byteLength} bytes; an .hgt tile has 2884802 (3″) or 25934402 (1″) bytes`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const heights = new Int16Array(side * side);
  for (let i = 0; i < heights.length; i++) heights[i] = view.getInt16(2 * i, false);
  const step = 1 / (side - 1);
  return createTile({
    name,
    source,
    hash,
    west: corner[0],
    north: corner[1] + 1,
    stepLon: step,
    stepLat: step,
    columns: side,
    rows: side,
    heights,
    voidValue: -32768,
  });
}
