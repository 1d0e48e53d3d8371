import type { Geometry } from 'geojson';
import { viewOf } from '../../../src/kernel/geo/byte-range.ts';
import { ByteWriter } from '../../../src/kernel/geo/byte-writer.ts';
import { decodeWkb } from '../../../src/kernel/geo/geometry-from-wkb.ts';
import { PathBuffer } from '../../../src/kernel/geo/shape/path-buffer.ts';
import { readGeometry } from '../../../src/kernel/geo/shape/read-geometry.ts';
import { readWkb } from '../../../src/kernel/geo/shape/read-wkb.ts';
import { encodeWkb } from '../../../src/kernel/geo/wkb.ts';
import { GeoJsonWriter } from '../../../src/kernel/geo/wkb-geojson.ts';
import { decodeWkt, encodeWkt } from '../../../src/kernel/geo/wkt.ts';
import { duel } from './duel.ts';
import { geos, inGeos, positionsByGeos, wktByGeos } from './geos.ts';
import { parcels, parcelWkb } from './ground.ts';

/** WKB, WKT and GeoJSON of 20,000 parcels, each the other way round beside what reads or writes the same. */
export function benchEncodings(): void {
  const geometries: readonly Geometry[] = parcels.map(({ geometry }) => geometry);
  const texts = geometries.map((geometry) => JSON.stringify(geometry));
  const wkt = geometries.map(encodeWkt);
  const pointers = geometries.map(inGeos);
  const shape = new PathBuffer();
  const geoJson = new ByteWriter();
  const writer = new GeoJsonWriter(geoJson);

  duel({
    what: 'wkb: write 20,000 parcels',
    ours: () => counted(geometries, (geometry) => +(encodeWkb(geometry).length > 0)),
    peer: 'JSON.stringify',
    theirs: () => counted(geometries, (geometry) => +(JSON.stringify(geometry).length > 0)),
  });
  duel({
    what: 'geometry-from-wkb: read 20,000 parcels',
    ours: () => counted(parcelWkb, (bytes) => positionsOf(decodeWkb(bytes).geometry)),
    peer: 'JSON.parse',
    theirs: () => counted(texts, (text) => positionsOf(JSON.parse(text))),
  });
  duel({
    what: 'wkb-geojson: GeoJSON text of 20,000 parcels',
    ours: () =>
      counted(parcelWkb, (bytes) => {
        geoJson.length = 0;
        writer.write(viewOf(bytes), 0, bytes.length);
        return geoJson.length;
      }),
    peer: 'JSON.stringify of what geometry-from-wkb reads',
    theirs: () => counted(parcelWkb, (bytes) => JSON.stringify(decodeWkb(bytes).geometry).length),
  });
  duel({
    what: 'shape/read-wkb: flat numbers of 20,000 parcels',
    ours: () =>
      counted(parcelWkb, (bytes) => {
        readWkb(bytes, shape);
        return shape.positions;
      }),
    peer: 'shape/read-geometry of what geometry-from-wkb reads',
    theirs: () =>
      counted(parcelWkb, (bytes) => {
        readGeometry(decodeWkb(bytes).geometry, shape);
        return shape.positions;
      }),
  });
  duel({
    what: 'wkt: write 20,000 parcels',
    ours: () => counted(geometries, (geometry) => +encodeWkt(geometry).startsWith('POLYGON')),
    peer: 'GEOS',
    theirs: () => counted(pointers, (pointer) => +wktByGeos(pointer).startsWith('POLYGON')),
  });
  duel({
    what: 'wkt: read 20,000 parcels',
    ours: () => counted(wkt, (text) => positionsOf(decodeWkt(text).geometry)),
    peer: 'GEOS',
    theirs: () => counted(wkt, positionsByGeos),
  });
  for (const pointer of pointers) geos.GEOSGeom_destroy(pointer);
}

function counted<T>(items: readonly T[], count: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += count(item);
  return total;
}

function positionsOf(geometry: Geometry): number {
  return geometry.type === 'Polygon' ? geometry.coordinates.reduce((sum, ring) => sum + ring.length, 0) : 0;
}
