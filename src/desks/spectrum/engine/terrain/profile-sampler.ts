import { geodesicBetween } from '../../../../kernel/geo/geodesic.ts';
import { GeodesicLine } from '../../../../kernel/geo/geodesic-line.ts';
import type { ProfileArrays } from '../path/geometry.ts';
import type { TerrainMap } from './terrain-map.ts';
import type { TerrainTile } from './tile.ts';

/** Cuts terrain profiles out of a map along WGS 84 geodesics into arrays that are kept from path to path. */
export class ProfileSampler implements ProfileArrays {
  distanceKm = new Float64Array(0);
  terrainM = new Float64Array(0);
  surfaceM = this.terrainM;
  lon = new Float64Array(0);
  lat = new Float64Array(0);
  count = 0;
  /** points that no tile covers, and points that were void, in the last profile */
  missing = 0;
  voids = 0;
  /** means nothing; it keeps the early reads of `touchRun` from being optimised away */
  touched = 0;
  readonly #map: TerrainMap;
  readonly #line = new GeodesicLine();
  #stepKm = Number.NaN;

  constructor(map: TerrainMap) {
    this.#map = map;
  }

  /** Samples from one point to another, equally spaced and not further apart than `spacingKm`. */
  between(lon1: number, lat1: number, lon2: number, lat2: number, spacingKm: number): this {
    const line = geodesicBetween(lon1, lat1, lon2, lat2);
    const km = line.distanceM / 1000;
    const steps = Math.max(2, Math.ceil(km / spacingKm - 1e-9));
    return this.along(lon1, lat1, line.azimuthDeg, km / steps, steps + 1);
  }

  /** Samples `count` points `stepKm` apart along an azimuth. */
  along(lon: number, lat: number, azimuthDeg: number, stepKm: number, count: number): this {
    this.#reserve(count, stepKm);
    this.#line.lay(lon, lat, azimuthDeg, stepKm * 1000, count, this.lon, this.lat);
    this.#read();
    return this;
  }

  #reserve(count: number, stepKm: number): void {
    if (this.lon.length < count) {
      const size = Math.max(count, 2 * this.lon.length);
      this.distanceKm = new Float64Array(size);
      this.terrainM = new Float64Array(size);
      this.surfaceM = this.terrainM;
      this.lon = new Float64Array(size);
      this.lat = new Float64Array(size);
      this.#stepKm = Number.NaN;
    }
    if (stepKm !== this.#stepKm) {
      for (let i = 0; i < this.distanceKm.length; i++) this.distanceKm[i] = i * stepKm;
      this.#stepKm = stepKm;
    }
    this.count = count;
  }

  #read(): void {
    const { lon, lat, count, terrainM } = this;
    this.missing = 0;
    this.voids = 0;
    let i = 0;
    while (i < count) {
      const tile = this.#map.tileAt(lon[i]!, lat[i]!);
      const from = i;
      if (tile !== undefined) {
        this.touched = touchRun(tile, lon, lat, i, count);
        i = readRun(tile, lon, lat, terrainM, i, count);
      }
      if (i === from) i = this.#readSlow(i);
    }
  }

  /** One point that is near a void, a seam, the antimeridian or the end of the map. */
  #readSlow(i: number): number {
    const h = this.#map.heightAt(this.lon[i]!, this.lat[i]!);
    if (h === undefined) this.missing++;
    else if (Number.isNaN(h)) this.voids++;
    this.terrainM[i] = h ?? Number.NaN;
    return i + 1;
  }
}

/**
 * Reads every fourth point's block once, with nothing that depends on the answer, so that many cache misses overlap
 * instead of each being waited for in turn.
 */
function touchRun(
  tile: TerrainTile,
  lon: Float64Array,
  lat: Float64Array,
  from: number,
  count: number,
): number {
  const { west, north, blocks, blocksPerRow, columns, rows } = tile;
  const perLon = 1 / tile.stepLon;
  const perLat = 1 / tile.stepLat;
  let sum = 0;
  for (let i = from; i < count; i += 4) {
    const column = ((lon[i]! - west) * perLon) | 0;
    const row = ((north - lat[i]!) * perLat) | 0;
    if (column < 0 || row < 0 || column >= columns - 1 || row >= rows - 1) break;
    sum += blocks[((row >> 3) * blocksPerRow + (column >> 3)) * 81 + (row & 7) * 9 + (column & 7)]!;
  }
  return sum;
}

/** Reads points for as long as they stay inside one tile and off its voids; returns the index of the first other. */
function readRun(
  tile: TerrainTile,
  lon: Float64Array,
  lat: Float64Array,
  out: Float64Array,
  from: number,
  count: number,
): number {
  const { west, north, blocks, blocksPerRow, hasVoids, voidValue } = tile;
  const perLon = 1 / tile.stepLon;
  const perLat = 1 / tile.stepLat;
  const lastColumn = tile.columns - 1;
  const lastRow = tile.rows - 1;
  let i = from;
  for (; i < count; i++) {
    let x = (lon[i]! - west) * perLon;
    let y = (north - lat[i]!) * perLat;
    // a point on the edge itself, to rounding, still belongs to this tile
    if (x < 0 || y < 0 || x >= lastColumn || y >= lastRow) {
      if (i > from) return i;
      x = Math.min(Math.max(x, 0), lastColumn - 1e-9);
      y = Math.min(Math.max(y, 0), lastRow - 1e-9);
    }
    const column = x | 0;
    const row = y | 0;
    const fx = x - column;
    const fy = y - row;
    const at = ((row >> 3) * blocksPerRow + (column >> 3)) * 81 + (row & 7) * 9 + (column & 7);
    const nw = blocks[at]!;
    const ne = blocks[at + 1]!;
    const sw = blocks[at + 9]!;
    const se = blocks[at + 10]!;
    if (hasVoids && (nw === voidValue || ne === voidValue || sw === voidValue || se === voidValue)) return i;
    const top = nw + (ne - nw) * fx;
    const bottom = sw + (se - sw) * fx;
    out[i] = top + (bottom - top) * fy;
  }
  return i;
}
