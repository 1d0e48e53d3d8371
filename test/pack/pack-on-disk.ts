import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';

export const packFolder = join(import.meta.dirname, '../../packs/azerbaijan');

export interface PackOnDisk {
  readonly registers: readonly { readonly id: string; readonly file: string; readonly records: number }[];
  readonly basemap: { readonly layers: readonly { readonly register: string; readonly filter?: string }[] };
  readonly bbox: readonly [number, number, number, number];
}

/** The pack as an operator gets it, read without the script that makes it. */
export const pack = JSON.parse(readFileSync(join(packFolder, 'pack.json'), 'utf8')) as PackOnDisk;

export const records: ReadonlyMap<string, readonly Feature<Geometry | null>[]> = new Map(
  pack.registers.map(({ id, file }) => [
    id,
    readFileSync(join(packFolder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Feature<Geometry | null>),
  ]),
);
