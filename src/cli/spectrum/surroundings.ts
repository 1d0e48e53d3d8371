import type { Command } from 'commander';
import {
  parseRefractivityMap,
  refractivityAt,
} from '../../desks/spectrum/engine/refractivity/refractivity-map.ts';
import type { Surroundings } from '../../desks/spectrum/engine/terrain/cut-profile.ts';
import type { Area } from '../../desks/spectrum/engine/terrain/terrain-store.ts';
import { openTerrain } from './options.ts';
import { say } from './say.ts';
import { readText } from './station-file.ts';

/** Rasters and maps beside the terrain. */
export interface SurroundingOptions {
  clutter?: string;
  sea?: string;
  dnMap?: string;
  n0Map?: string;
}

export function addSurroundingOptions(verb: Command): Command {
  return verb
    .option('--clutter <PATH>', say('option.clutter'))
    .option('--sea <PATH>', say('option.sea'))
    .option('--dn-map <FILE>', say('option.dn-map'))
    .option('--n0-map <FILE>', say('option.n0-map'));
}

/** Opens the rasters that were named, for an area. */
export async function openSurroundings(options: SurroundingOptions, area: Area): Promise<Surroundings> {
  const { clutter, sea } = options;
  return {
    ...(clutter !== undefined && { clutter: (await openTerrain([clutter], area)).map }),
    ...(sea !== undefined && { sea: (await openTerrain([sea], area)).map }),
  };
}

/** A value of a refractivity map at a place, or the number given where there is no map. */
export async function refractivity(
  file: string | undefined,
  given: number,
  lon: number,
  lat: number,
): Promise<number> {
  return file === undefined
    ? given
    : refractivityAt(parseRefractivityMap(await readText(file), file), lon, lat);
}
