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

type Pointer = never;

function read(geometry: Geometry): Pointer {
  const { Module, GEOSGeomFromWKB_buf } = geos();
  const bytes = encodeWkb(geometry, { flavour: 'iso' });
  const buffer = Module._malloc(bytes.length);
  Module.HEAPU8.set(bytes, buffer);
  const pointer = GEOSGeomFromWKB_buf(buffer as never, bytes.length) as unknown as number;
  Module._free(buffer);
  if (pointer === 0) throw new TypeError('GEOS cannot read this geometry');
  return pointer as Pointer;
}

/** The new geometry instead of the old one, or the old one where there is no new. */
function replaced(old: Pointer, made: Pointer): Pointer {
  if ((made as number) === 0) return old;
  geos().GEOSGeom_destroy(old);
  return made;
}

/** A geometry in the memory of GEOS; whoever makes one calls `free`. */
export class GeosGeometry {
  readonly pointer: Pointer;
  #isFreed = false;

  /** Members of collections are merged, since GEOS relates none that overlap. */
  constructor(geometry: Geometry, options: { readonly mend?: boolean } = {}) {
    const { GEOSMakeValid, GEOSUnaryUnion } = geos();
    let pointer = read(geometry);
    const isCollection = geometry.type === 'GeometryCollection';
    if (options.mend && (isCollection || geometry.type.endsWith('Polygon')))
      pointer = replaced(pointer, GEOSMakeValid(pointer) as Pointer);
    if (isCollection) pointer = replaced(pointer, GEOSUnaryUnion(pointer) as Pointer);
    this.pointer = pointer;
  }

  free(): void {
    if (this.#isFreed) return;
    this.#isFreed = true;
    geos().GEOSGeom_destroy(this.pointer);
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

const collectionType = 7;

/** Whether the relation holds; null where GEOS cannot tell, or where a collection of mixed dimensions stands in it. */
export function relate(operator: SpatialOperator, a: GeosGeometry, b: GeosGeometry): boolean | null {
  const { GEOSGeomTypeId } = geos();
  const isMixed = [a, b].some(({ pointer }) => GEOSGeomTypeId(pointer) === collectionType);
  if (isMixed && operator !== 's_intersects' && operator !== 's_disjoint') return null;
  const answer = geos()[functions[operator]](a.pointer, b.pointer) as unknown as number;
  return answer === 1 ? true : answer === 0 ? false : null;
}

const registry = new FinalizationRegistry<GeosGeometry>((geometry) => geometry.free());

/** Frees the geometry when `owner`, typically the closure that uses it, is collected. */
export function freeWith(owner: object, geometry: GeosGeometry): void {
  registry.register(owner, geometry);
}
