import type { Geometry } from 'geojson';
import { decodeWkb } from '../geo/geometry-from-wkb.ts';
import { encodeWkb } from '../geo/wkb.ts';

/** What is used of GEOS in WebAssembly; pointers are numbers. */
interface Geos {
  readonly Module: {
    _malloc(size: number): number;
    _free(pointer: number): void;
    getValue(pointer: number, type: string): number;
    UTF8ToString(pointer: number): string;
    readonly HEAPU8: Uint8Array;
  };
  GEOSGeomFromWKB_buf(pointer: number, size: number): number;
  GEOSGeomToWKB_buf(geometry: number, size: number): number;
  GEOSGeom_destroy(geometry: number): void;
  GEOSFree(pointer: number): void;
  GEOSisValid(geometry: number): number;
  GEOSisValidReason(geometry: number): number | string;
  GEOSMakeValidParams_create(): number;
  GEOSMakeValidParams_setMethod(params: number, method: number): number;
  GEOSMakeValidParams_setKeepCollapsed(params: number, style: number): number;
  GEOSMakeValidWithParams(geometry: number, params: number): number;
}

let loading: Promise<Geos> | undefined;

/** GEOS, loaded once and only when a geometry is in doubt. */
export function loadGeos(): Promise<GeosGeometry> {
  loading ??= import('geos-wasm').then(async ({ default: init }) => {
    const start = init as unknown as (config: object) => Promise<Geos>;
    return start({ errorHandler: () => {}, noticeHandler: () => {} });
  });
  return loading.then((geos) => new GeosGeometry(geos));
}

/** The two questions that are asked of GEOS, with nothing left behind in its memory. */
export class GeosGeometry {
  readonly #geos: Geos;

  constructor(geos: Geos) {
    this.#geos = geos;
  }

  /** Why the geometry is not valid, in GEOS's words (`Self-intersection[49.05 40.05]`), or undefined where it is. */
  invalidReason(geometry: Geometry): string | undefined {
    return this.#with(geometry, (pointer) => {
      if (this.#geos.GEOSisValid(pointer) === 1) return undefined;
      const reason = this.#geos.GEOSisValidReason(pointer);
      return typeof reason === 'string' ? reason : this.#geos.Module.UTF8ToString(reason);
    });
  }

  /** Valid geometry of the same area (structure method: polygons stay polygons, collapsed parts go). */
  makeValid(geometry: Geometry): Geometry {
    return this.#with(geometry, (pointer) => {
      const params = this.#geos.GEOSMakeValidParams_create();
      this.#geos.GEOSMakeValidParams_setMethod(params, 1);
      this.#geos.GEOSMakeValidParams_setKeepCollapsed(params, 0);
      const made = this.#geos.GEOSMakeValidWithParams(pointer, params);
      if (made === 0) throw new Error('GEOS could not make the geometry valid');
      const size = this.#geos.Module._malloc(4);
      const bytes = this.#geos.GEOSGeomToWKB_buf(made, size);
      const length = this.#geos.Module.getValue(size, 'i32');
      const copy = this.#geos.Module.HEAPU8.slice(bytes, bytes + length);
      this.#geos.GEOSFree(bytes);
      this.#geos.Module._free(size);
      this.#geos.GEOSGeom_destroy(made);
      return decodeWkb(copy).geometry;
    });
  }

  #with<T>(geometry: Geometry, use: (pointer: number) => T): T {
    const { Module } = this.#geos;
    const bytes = encodeWkb(geometry, { flavour: 'ewkb' });
    const buffer = Module._malloc(bytes.length);
    Module.HEAPU8.set(bytes, buffer);
    const pointer = this.#geos.GEOSGeomFromWKB_buf(buffer, bytes.length);
    Module._free(buffer);
    if (pointer === 0) throw new Error('GEOS could not read the geometry');
    try {
      return use(pointer);
    } finally {
      this.#geos.GEOSGeom_destroy(pointer);
    }
  }
}
