import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TerrainMap } from './terrain-map.ts';
import { type TerrainTile, tileEast, tileSouth } from './tile.ts';
import { nameCorner, readTileFile, tileKind } from './tile-file.ts';

/** West, south, east, north in degrees; east may exceed 180 for an area across the antimeridian. */
export type Area = readonly [number, number, number, number];

interface Entry {
  readonly path: string;
  /** known from the name or, after the first reading, from the file */
  area: Area | undefined;
  tile: TerrainTile | undefined;
  used: number;
}

/** What was used of the terrain: enough to repeat a calculation. */
export interface TileProvenance {
  readonly name: string;
  readonly source: string;
  readonly hash: string;
}

/** Terrain files of one or more folders, read when an area needs them and dropped, least used first, at a bound. */
export class TerrainStore {
  readonly map = new TerrainMap();
  readonly #entries: Entry[] = [];
  readonly #used = new Map<string, TileProvenance>();
  readonly #maxBytes: number;
  #clock = 0;
  #bytes = 0;

  private constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * Lists the terrain files in folders (searched to any depth) or given by name; reads none of them yet.
   *
   * @param maxBytes bound of the cache; 512 MB where left out
   */
  static async open(paths: readonly string[], maxBytes = 512 * 1024 * 1024): Promise<TerrainStore> {
    const store = new TerrainStore(maxBytes);
    for (const path of paths) {
      const isFolder = (await stat(path)).isDirectory();
      const files = isFolder ? await readdir(path, { recursive: true }) : [''];
      for (const file of files.sort()) {
        const full = isFolder ? join(path, file) : path;
        if (tileKind(full) === undefined) continue;
        const corner = nameCorner(full);
        const area: Area | undefined =
          corner === undefined ? undefined : [corner[0], corner[1], corner[0] + 1, corner[1] + 1];
        store.#entries.push({ path: full, area, tile: undefined, used: 0 });
      }
    }
    return store;
  }

  get fileCount(): number {
    return this.#entries.length;
  }
  get cachedBytes(): number {
    return this.#bytes;
  }

  /** Every tile that has been read so far, with its hash. */
  get provenance(): TileProvenance[] {
    return [...this.#used.values()];
  }

  /**
   * Makes sure that `map` holds every tile that touches an area.
   *
   * @throws RangeError where the area alone exceeds the bound
   */
  async ensure(area: Area): Promise<TerrainMap> {
    this.#clock++;
    for (const entry of this.#entries) {
      if (entry.area !== undefined && !touches(entry.area, area)) continue;
      if (entry.tile === undefined) await this.#load(entry, area);
      if (entry.tile !== undefined) entry.used = this.#clock;
    }
    return this.map;
  }

  async #load(entry: Entry, area: Area): Promise<void> {
    const tile = await readTileFile(entry.path);
    entry.area = [tile.west, tileSouth(tile), tileEast(tile), tile.north];
    if (!touches(entry.area, area)) return;
    this.#makeRoom(tile.blocks.byteLength);
    entry.tile = tile;
    this.#bytes += tile.blocks.byteLength;
    this.map.add(tile);
    this.#used.set(tile.hash, { name: tile.name, source: tile.source, hash: tile.hash });
  }

  #makeRoom(bytes: number): void {
    while (this.#bytes + bytes > this.#maxBytes) {
      let oldest: Entry | undefined;
      for (const entry of this.#entries) {
        if (entry.tile === undefined || entry.used === this.#clock) continue;
        if (oldest === undefined || entry.used < oldest.used) oldest = entry;
      }
      if (oldest?.tile === undefined) {
        const megabytes = Math.round(this.#maxBytes / 1_048_576);
        throw new RangeError(`the area needs more terrain than the cache may hold (${megabytes} MB)`);
      }
      this.map.remove(oldest.tile);
      this.#bytes -= oldest.tile.blocks.byteLength;
      oldest.tile = undefined;
    }
  }
}

/** Whether two areas meet, on any turn of longitude; a margin of a hundredth degree takes in neighbouring samples. */
function touches(a: Area, b: Area): boolean {
  if (a[3] < b[1] - 0.01 || a[1] > b[3] + 0.01) return false;
  return [-360, 0, 360].some((turn) => a[2] + turn >= b[0] - 0.01 && a[0] + turn <= b[2] + 0.01);
}
