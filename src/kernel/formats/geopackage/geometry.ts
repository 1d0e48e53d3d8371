import type { Geometry } from 'geojson';
import { decodeWkb } from '../../geo/geometry-from-wkb.ts';
import { encodeWkb, WkbError } from '../../geo/wkb.ts';

const envelopeSizes = [0, 32, 48, 48, 64] as const;

/** Geometry of a GeoPackage blob (GeoPackage 1.4, 2.1.3): a header of eight bytes, an envelope, WKB. @throws WkbError */
export function decodeGeoPackageGeometry(blob: Uint8Array): Geometry {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) throw new WkbError('no GeoPackage header', 0);
  const envelope = envelopeSizes[(blob[3]! >> 1) & 7];
  if (envelope === undefined) throw new WkbError('unknown envelope', 3);
  return decodeWkb(blob, 8 + envelope).geometry;
}

/** Blob without envelope, little endian. */
export function encodeGeoPackageGeometry(geometry: Geometry, srid: number, isEmpty: boolean): Uint8Array {
  const wkb = encodeWkb(geometry, { flavour: 'iso' });
  const blob = new Uint8Array(8 + wkb.length);
  blob.set([0x47, 0x50, 0, isEmpty ? 0x11 : 0x01]);
  new DataView(blob.buffer).setInt32(4, srid, true);
  blob.set(wkb, 8);
  return blob;
}
