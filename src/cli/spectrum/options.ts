import type { Command } from 'commander';
import { type Area, TerrainStore } from '../../desks/spectrum/engine/terrain/terrain-store.ts';
import { Refusal } from '../refusal.ts';
import { say as sayOfProgram } from '../say.ts';
import { type SpectrumMessageKey, say } from './say.ts';

/** Reads "longitude,latitude". */
export function readPosition(option: string): (value: string) => [number, number] {
  return (value) => {
    const parts = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    if (parts.length !== 2 || parts.some((part) => !Number.isFinite(part))) {
      throw new Refusal(say('refused.position', { option, value }), 2);
    }
    return [parts[0]!, parts[1]!];
  };
}

/** Reads a number. */
export function readNumber(option: string): (value: string) => number {
  return (value) => {
    const number = value.trim() === '' ? Number.NaN : Number(value);
    if (!Number.isFinite(number)) throw new Refusal(say('refused.number', { option, value }), 2);
    return number;
  };
}

/** Reads numbers separated by commas. */
export function readNumbers(option: string): (value: string) => number[] {
  return (value) => value.split(',').map(readNumber(option));
}

/** What the verbs ask of the atmosphere, the receiver and the terrain. */
export interface CommonOptions {
  rxHeight: number;
  time: number;
  location: number;
  sigma: number;
  dn: number;
  n0: number;
  step: number;
  terrain: string[];
  json?: boolean;
}

/** The description of an option with its default. */
export function withDefault(key: SpectrumMessageKey, value: number | string): string {
  return `${say(key)} (${sayOfProgram('option.default', { value: String(value) })})`;
}

/** Adds the options that all verbs share. */
export function addCommonOptions(verb: Command): Command {
  return verb
    .requiredOption('--terrain <PATH...>', say('option.terrain'))
    .option('--rx-height <M>', withDefault('option.rx-height', 10), readNumber('--rx-height'), 10)
    .option('--time <P>', withDefault('option.time', 10), readNumber('--time'), 10)
    .option('--location <P>', withDefault('option.location', 50), readNumber('--location'), 50)
    .option('--sigma <DB>', withDefault('option.sigma', 0), readNumber('--sigma'), 0)
    .option('--dn <N>', withDefault('option.dn', 38), readNumber('--dn'), 38)
    .option('--n0 <N>', withDefault('option.n0', 325), readNumber('--n0'), 325)
    .option('--step <M>', withDefault('option.step', 90), readNumber('--step'), 90)
    .option('--json', say('option.json'));
}

/** Opens terrain and reads what an area needs; refuses folders that hold none. */
export async function openTerrain(paths: readonly string[], area: Area): Promise<TerrainStore> {
  let store: TerrainStore;
  try {
    store = await TerrainStore.open(paths, 4 * 1024 ** 3);
  } catch (error) {
    const { path = paths.join(', '), code = String(error) } = error as NodeJS.ErrnoException;
    throw new Refusal(say('refused.file', { file: path, reason: code }));
  }
  if (store.fileCount === 0) throw new Refusal(say('refused.no-terrain', { paths: paths.join(', ') }));
  await store.ensure(area);
  return store;
}

/** The box of positions, widened by `marginKm`. */
export function areaAround(positions: readonly (readonly [number, number])[], marginKm = 0): Area {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const highest = Math.min(Math.max(Math.abs(south), Math.abs(north)) + marginKm / 110, 89);
  const lat = marginKm / 110;
  const lon = marginKm / (111 * Math.cos((highest * Math.PI) / 180));
  return [west - lon, south - lat, east + lon, north + lat];
}
