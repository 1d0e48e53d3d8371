import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Geometry } from 'geojson';
import type { PackFacts } from '../kernel/http/settings.ts';
import type { Intent } from '../kernel/log/intent.ts';

/** The packs that come with the program, seen from `dist/server` and from `src/server` alike. */
const packsFolder = fileURLToPath(new URL('../../packs/', import.meta.url));

/** There is no pack of that name. */
export class PackError extends Error {
  readonly pack: string;
  readonly packs: readonly string[];

  constructor(pack: string, packs: readonly string[]) {
    super(`no pack ${pack}`);
    this.name = 'PackError';
    this.pack = pack;
    this.packs = packs;
  }
}

/** Folder of a pack, by its name or, for one of the operator's own, by its path. @throws {PackError} */
export function packFolder(pack: string): string {
  const folder = /[\\/]/.test(pack) ? resolve(pack) : join(packsFolder, pack);
  if (existsSync(join(folder, 'pack.json'))) return folder;
  const names = existsSync(packsFolder) ? readdirSync(packsFolder) : [];
  throw new PackError(
    pack,
    names.filter((name) => existsSync(join(packsFolder, name, 'pack.json'))),
  );
}

interface PackManifest extends PackFacts {
  readonly registers: readonly { readonly id: string; readonly file: string; readonly records: number }[];
}

interface PackRecord {
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Registers that a pack has records for, in the order in which they refer to one another, with the count of each. */
export async function packRegisters(folder: string): Promise<PackManifest['registers']> {
  return (await manifestOf(folder)).registers;
}

/** What a pack says of the basemap and of whom its data are owed to; nothing where no pack is configured. */
export async function packFacts(pack: string): Promise<PackFacts> {
  if (pack === 'none') return {};
  const { basemap, attribution } = await manifestOf(packFolder(pack));
  return { basemap, attribution };
}

async function manifestOf(folder: string): Promise<PackManifest> {
  return JSON.parse(await readFile(join(folder, 'pack.json'), 'utf8')) as PackManifest;
}

/** The records of one file of a pack, as changes to write. */
export async function packIntents(
  folder: string,
  register: string,
  file: string,
): Promise<readonly Intent[]> {
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const { id, geometry, properties } = JSON.parse(line) as PackRecord;
    return { verb: 'create', register, record: id, body: { properties, geometry } };
  });
}
