import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readGeoTiff } from './geotiff-tile.ts';
import { hcmCorner, readHcmTile } from './hcm-tile.ts';
import { hgtCorner, readHgt } from './hgt-tile.ts';
import type { TerrainTile } from './tile.ts';

/** The kinds of terrain file that are read, told by name. */
export function tileKind(path: string): 'hgt' | 'hcm' | 'geotiff' | undefined {
  if (/\.hgt$/i.test(path)) return 'hgt';
  if (/\.[36]3e$/i.test(path)) return 'hcm';
  return /\.tiff?$/i.test(path) ? 'geotiff' : undefined;
}

/** South-west corner of a one-degree tile if its name tells one: N46E008 or e008n46. */
export function nameCorner(path: string): [number, number] | undefined {
  const name = basename(path);
  return tileKind(path) === 'hcm' ? hcmCorner(name) : hgtCorner(name);
}

/** Reads one terrain file of any kind; its hash is the SHA-256 of its bytes. */
export async function readTileFile(path: string): Promise<TerrainTile> {
  const bytes = await readFile(path);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const name = basename(path);
  switch (tileKind(path)) {
    case 'hgt':
      return readHgt(bytes, name, path, hash);
    case 'hcm':
      return readHcmTile(bytes, name, path, hash);
    case 'geotiff':
      return await readGeoTiff(bytes, name, path, hash);
    default:
      throw new RangeError(`${name}: not a terrain file; .hgt, .33E, .63E and .tif are read`);
  }
}
