import type { Geometry } from 'geojson';
import initGeos from 'geos-wasm';
import { encodeWkb } from '../../geo/wkb.ts';
import type { SpatialOperator } from '../operators.ts';

type Geos = Awaited<ReturnType<typeof initGeos>>;

let loaded: Geos | undefined;

/** Loads GEOS, which predicates with S_ operators need; call it once before compiling any. About 0.2 s. */
export async function preparePredicates(): Promise<void> {
  loaded ??= await initGeos();
}

function geos(): Geos {
  if (!loaded) throw new Error('spatial predicates need `await preparePredicates()` first');
  return loaded;
}

/** A geometry in the memory of GEOS; whoever makes one calls `free`. */
export class GeosGeometry {
  readonly pointer: number;
  #isFreed = false;

  constructor(geometry: Geometry) {
    const { Module, GEOSGeomFromWKB_buf } = geos();
    const bytes = encodeWkb(geometry, { flavour: 'iso' });
    const buffer = Module._malloc(bytes.length);
    Module.HEAPU8.set(bytes, buffer);
    this.pointer = GEOSGeomFromWKB_buf(buffer as never, bytes.length) as unknown as number;
    Module._free(buffer);
    if (this.pointer === 0) throw new TypeError('GEOS cannot read this geometry');
  }

  free(): void {
    if (this.#isFreed) return;
    this.#isFreed = true;
    geos().GEOSGeom_destroy(this.pointer as never);
  }
}

const functions = {
  s_intersects: 'GEOSIntersects',
  s_equals: 'GEOSEquals',
  s_disjoint: 'GEOSDisjoint',
  s_touches: 'GEOSTouches',
  s_within: 'GEOSWithin',
  s_overlaps: 'GEOSOverlaps',
  s_crosses: 'GEOSCrosses',
  s_contains: 'GEOSContains',
} as const satisfies Record<SpatialOperator, keyof Geos>;

/** Whether the relation holds; null where GEOS cannot tell. */
export function relate(operator: SpatialOperator, a: GeosGeometry, b: GeosGeometry): boolean | null {
  const answer = geos()[functions[operator]](a.pointer as never, b.pointer as never) as unknown as number;
  return answer === 1 ? true : answer === 0 ? false : null;
}

const registry = new FinalizationRegistry<GeosGeometry>((geometry) => geometry.free());

/** Frees the geometry when `owner`, typically the closure that uses it, is collected. */
export function freeWith(owner: object, geometry: GeosGeometry): void {
  registry.register(owner, geometry);
}
