import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import openGeos from 'geos-wasm';
import { geojsonToGeosGeom, geosGeomToGeojson } from 'geos-wasm/helpers';

type Areal = Polygon | MultiPolygon;

const geos = await openGeos();

/** The union of areas that share edges, as one multi-polygon. */
export function union(areas: readonly Areal[]): MultiPolygon {
  const coordinates = areas.flatMap(polygonsOf);
  return through({ type: 'MultiPolygon', coordinates }, (pointer) => geos.GEOSUnaryUnion(pointer));
}

/** The part of an area inside a box `[west, south, east, north]`. */
export function clip(area: Areal, [west, south, east, north]: readonly number[]): MultiPolygon {
  const ring = [
    [west!, south!],
    [east!, south!],
    [east!, north!],
    [west!, north!],
    [west!, south!],
  ];
  const box = geojsonToGeosGeom({ type: 'Polygon', coordinates: [ring] }, geos);
  const part = through(area, (pointer) => {
    const valid = geos.GEOSMakeValid(pointer);
    const inside = geos.GEOSIntersection(valid, box);
    geos.GEOSGeom_destroy(valid);
    return inside;
  });
  geos.GEOSGeom_destroy(box);
  return part;
}

/** Whether a geometry is valid in the sense of OGC Simple Features, and if not why. */
export function invalidReason(geometry: Geometry): string | undefined {
  const pointer = geojsonToGeosGeom(geometry, geos);
  const valid = geos.GEOSisValid(pointer) === 1;
  geos.GEOSGeom_destroy(pointer);
  return valid ? undefined : 'not valid';
}

function polygonsOf(area: Areal): Position[][][] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

function through(area: Areal, work: (pointer: number) => number): MultiPolygon {
  const pointer = geojsonToGeosGeom(area, geos);
  const result = work(pointer);
  const made = geosGeomToGeojson(result, geos) as Geometry;
  geos.GEOSGeom_destroy(pointer);
  geos.GEOSGeom_destroy(result);
  const parts = made.type === 'GeometryCollection' ? made.geometries : [made];
  const coordinates = parts
    .filter((part): part is Areal => part.type === 'Polygon' || part.type === 'MultiPolygon')
    .flatMap(polygonsOf);
  return { type: 'MultiPolygon', coordinates };
}
