import type { Geometry } from 'geojson';
import init from 'geos-wasm';
import type { Bbox } from '../../../src/kernel/geo/bbox.ts';
import { encodeWkb } from '../../../src/kernel/geo/wkb.ts';

/** A geometry in the memory of GEOS. */
export type Pointer = number;

/** What the benches ask of GEOS. */
interface Geos {
  readonly Module: {
    _malloc(size: number): Pointer;
    _free(at: Pointer): void;
    UTF8ToString(at: Pointer): string;
    stringToUTF8(text: string, at: Pointer, room: number): void;
    readonly HEAPU8: Uint8Array;
  };
  GEOSGeomFromWKB_buf(at: Pointer, size: number): Pointer;
  GEOSGeomFromWKT(text: Pointer): Pointer;
  GEOSGeomToWKT(geometry: Pointer): Pointer;
  GEOSFree(at: Pointer): void;
  GEOSGeom_createRectangle(west: number, south: number, east: number, north: number): Pointer;
  GEOSGeom_destroy(geometry: Pointer): void;
  GEOSClipByRect(geometry: Pointer, west: number, south: number, east: number, north: number): Pointer;
  GEOSSimplify(geometry: Pointer, tolerance: number): Pointer;
  GEOSGetNumCoordinates(geometry: Pointer): number;
  GEOSIntersects(a: Pointer, b: Pointer): number;
  GEOSisValid(geometry: Pointer): number;
}

/** GEOS in WebAssembly, the peer of what is done on geometries here. Geometries are put into its memory before the clock runs. */
export const geos = (await (init as unknown as (config: object) => Promise<Geos>)({})) as Geos;

/** Puts a geometry into the memory of GEOS, where it stays. */
export function inGeos(geometry: Geometry): Pointer {
  const bytes = encodeWkb(geometry);
  const at = geos.Module._malloc(bytes.length);
  geos.Module.HEAPU8.set(bytes, at);
  const pointer = geos.GEOSGeomFromWKB_buf(at, bytes.length);
  geos.Module._free(at);
  return pointer;
}

/** The geometry of a box. */
export function rectangle(box: Bbox): Pointer {
  return geos.GEOSGeom_createRectangle(...box);
}

/** What GEOS writes of a geometry in its memory. */
export function wktByGeos(geometry: Pointer): string {
  const at = geos.GEOSGeomToWKT(geometry);
  const text = geos.Module.UTF8ToString(at);
  geos.GEOSFree(at);
  return text;
}

/** Positions of what GEOS reads from plain ASCII. */
export function positionsByGeos(wkt: string): number {
  const at = geos.Module._malloc(wkt.length + 1);
  geos.Module.stringToUTF8(wkt, at, wkt.length + 1);
  const geometry = geos.GEOSGeomFromWKT(at);
  geos.Module._free(at);
  const positions = geos.GEOSGetNumCoordinates(geometry);
  geos.GEOSGeom_destroy(geometry);
  return positions;
}
