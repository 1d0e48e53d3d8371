import { createTile, type TerrainTile } from './tile.ts';

/** Blocks of five minutes along a side of an HCM tile, and sample rows of one block. */
const BLOCKS = 12;
const BLOCK_ROWS = 101;

/** [longitude, latitude] of the south-west corner that a name like e044n39.33E tells, or undefined. */
export function hcmCorner(name: string): [number, number] | undefined {
  const match = /([ew])(\d{3})([ns])(\d{2})\.[36]3e/i.exec(name);
  if (match === null) return undefined;
  const lon = Number(match[2]) * (match[1]!.toLowerCase() === 'w' ? -1 : 1);
  const lat = Number(match[4]) * (match[3]!.toLowerCase() === 's' ? -1 : 1);
  return [lon, lat];
}

/**
 * Reads a terrain tile of the HCM programs: 144 blocks of 5′ from the south-west, each 101 rows from the south of
 * little-endian 16-bit metres, void −9999. Columns are 3″ apart (101 a block) below 50° latitude (`.33E`), 6″ apart
 * (51 a block) from there on (`.63E`).
 *
 * @throws RangeError with what is wrong where the name or the size does not fit
 */
export function readHcmTile(bytes: Uint8Array, name: string, source: string, hash: string): TerrainTile {
  const corner = hcmCorner(name);
  if (corner === undefined)
    throw new RangeError(`${name}: a name like e044n39.33E is needed to place the tile`);
  const blockColumns = /\.63e/i.test(name) ? 51 : 101;
  const expected = BLOCKS * BLOCKS * BLOCK_ROWS * blockColumns * 2;
  if (bytes.byteLength !== expected) {
    throw new RangeError(`${name}: ${bytes.byteLength} bytes; an HCM tile of this name has ${expected}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const columns = BLOCKS * (blockColumns - 1) + 1;
  const rows = BLOCKS * (BLOCK_ROWS - 1) + 1;
  const heights = new Int16Array(columns * rows);
  let at = 0;
  for (let block = 0; block < BLOCKS * BLOCKS; block++) {
    const south = Math.floor(block / BLOCKS) * (BLOCK_ROWS - 1);
    const west = (block % BLOCKS) * (blockColumns - 1);
    for (let r = 0; r < BLOCK_ROWS; r++) {
      const row = (rows - 1 - (south + r)) * columns + west;
      for (let c = 0; c < blockColumns; c++, at += 2) heights[row + c] = view.getInt16(at, true);
    }
  }
  return createTile({
    name,
    source,
    hash,
    west: corner[0],
    north: corner[1] + 1,
    stepLon: 1 / (columns - 1),
    stepLat: 1 / (rows - 1),
    columns,
    rows,
    heights,
    voidValue: -9999,
  });
}
