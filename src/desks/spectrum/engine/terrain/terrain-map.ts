import { sampleAt, type TerrainTile, tileEast, tileSouth } from './tile.ts';

/** Tolerance in degrees for a coordinate that stands on the edge of a tile (about a millimetre). */
const EDGE = 1e-8;

/** Finds the tile that covers a point and reads heights from it; knows nothing of files. */
export class TerrainMap {
  readonly #tiles: TerrainTile[] = [];
  #current: TerrainTile | undefined;

  constructor(tiles: Iterable<TerrainTile> = []) {
    for (const tile of tiles) this.add(tile);
  }

  get tiles(): readonly TerrainTile[] {
    return this.#tiles;
  }

  add(tile: TerrainTile): void {
    this.#tiles.push(tile);
    this.#current ??= tile;
  }

  remove(tile: TerrainTile): void {
    const at = this.#tiles.indexOf(tile);
    if (at >= 0) this.#tiles.splice(at, 1);
    if (this.#current === tile) this.#current = this.#tiles[0];
  }

  /** The tile whose samples enclose a point, the last one used first; undefined where there is none. */
  tileAt(lon: number, lat: number): TerrainTile | undefined {
    const current = this.#current;
    if (current !== undefined && encloses(current, lon, lat, 0)) return current;
    for (const tile of this.#tiles) {
      if (encloses(tile, lon, lat, 0)) {
        this.#current = tile;
        return tile;
      }
    }
    return undefined;
  }

  /**
   * Height at a point by bilinear interpolation, also where the four samples lie in different tiles.
   *
   * @returns metres; NaN where void; undefined where no tile covers the point
   */
  heightAt(lon: number, lat: number): number | undefined {
    const wrapped = this.#near(lon, lat);
    const tile = this.tileAt(wrapped, lat);
    if (tile !== undefined) return interpolate(tile, wrapped, lat);
    return this.#acrossSeam(wrapped, lat);
  }

  /** The sample nearest to a point, for rasters of classes; NaN where void, undefined where no tile covers it. */
  nearestAt(lon: number, lat: number): number | undefined {
    return this.#sampleNear(lon, lat);
  }

  /** The same meridian written the way the tiles write it: past ±180 a longitude is moved by whole turns. */
  #near(lon: number, lat: number): number {
    if (lon >= -180 && lon <= 180 && this.#tiles.some((t) => encloses(t, lon, lat, t.stepLon))) return lon;
    for (const turn of [-360, 360, 0]) {
      if (this.#tiles.some((t) => encloses(t, lon + turn, lat, t.stepLon))) return lon + turn;
    }
    return lon;
  }

  /** Between the last samples of one tile and the first of the next: corners are fetched one by one. */
  #acrossSeam(lon: number, lat: number): number | undefined {
    const grid = this.#tiles.find((t) => encloses(t, lon, lat, Math.max(t.stepLon, t.stepLat)));
    if (grid === undefined) return undefined;
    const column = Math.floor((lon - grid.west) / grid.stepLon);
    const row = Math.floor((grid.north - lat) / grid.stepLat);
    const fx = (lon - grid.west) / grid.stepLon - column;
    const fy = (grid.north - lat) / grid.stepLat - row;
    let sum = 0;
    for (const [dc, dr, weight] of [
      [0, 0, (1 - fx) * (1 - fy)],
      [1, 0, fx * (1 - fy)],
      [0, 1, (1 - fx) * fy],
      [1, 1, fx * fy],
    ] as const) {
      if (weight === 0) continue;
      const h = this.#sampleNear(
        grid.west + (column + dc) * grid.stepLon,
        grid.north - (row + dr) * grid.stepLat,
      );
      if (h === undefined) return undefined;
      sum += weight * h;
    }
    return sum;
  }

  /** The sample of any tile nearest to a coordinate, within half a step. */
  #sampleNear(lon: number, lat: number): number | undefined {
    for (const tile of this.#tiles) {
      for (const turn of [0, -360, 360]) {
        const column = Math.round((lon + turn - tile.west) / tile.stepLon);
        const row = Math.round((tile.north - lat) / tile.stepLat);
        if (column >= 0 && row >= 0 && column < tile.columns && row < tile.rows) {
          return sampleAt(tile, column, row);
        }
      }
    }
    return undefined;
  }
}

function encloses(tile: TerrainTile, lon: number, lat: number, margin: number): boolean {
  const slack = margin + EDGE;
  return (
    lon >= tile.west - slack &&
    lon <= tileEast(tile) + slack &&
    lat <= tile.north + slack &&
    lat >= tileSouth(tile) - slack
  );
}

/** Bilinear interpolation inside one tile; NaN where one of the samples that count is void. */
export function interpolate(tile: TerrainTile, lon: number, lat: number): number {
  const x = Math.min(Math.max((lon - tile.west) / tile.stepLon, 0), tile.columns - 1);
  const y = Math.min(Math.max((tile.north - lat) / tile.stepLat, 0), tile.rows - 1);
  const column = Math.min(Math.floor(x), tile.columns - 2);
  const row = Math.min(Math.floor(y), tile.rows - 2);
  const fx = x - column;
  const fy = y - row;
  const top = mix(sampleAt(tile, column, row), sampleAt(tile, column + 1, row), fx);
  const bottom = mix(sampleAt(tile, column, row + 1), sampleAt(tile, column + 1, row + 1), fx);
  return mix(top, bottom, fy);
}

/** a + (b − a) t, without asking a void whose weight is nothing. */
function mix(a: number, b: number, t: number): number {
  if (t === 0) return a;
  return t === 1 ? b : a + (b - a) * t;
}
