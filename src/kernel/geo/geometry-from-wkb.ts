import type { Geometry, Position } from 'geojson';
import { flagM, flagSrid, flagZ, hexToWkb, WkbError } from './wkb.ts';

/** Reading WKB back: a cursor over the bytes, because every part may state its own byte order and dimensions. */
class Cursor {
  readonly view: DataView;
  at: number;
  srid: number | undefined;
  isLittle = true;
  hasZ = false;
  hasM = false;

  constructor(bytes: Uint8Array, offset: number) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = offset;
  }

  need(size: number): void {
    if (this.at + size > this.view.byteLength) throw new WkbError('geometry ends too early', this.at);
  }

  uint32(): number {
    this.need(4);
    const value = this.view.getUint32(this.at, this.isLittle);
    this.at += 4;
    return value;
  }

  /** Count of parts of at least `size` bytes each: refused before memory is asked for where they cannot be there. */
  count(size: number): number {
    const count = this.uint32();
    if (count * size > this.view.byteLength - this.at)
      throw new WkbError(`${count} parts do not fit`, this.at - 4);
    return count;
  }

  /** Type code 1..17 after byte order, EWKB flags or ISO thousands, and SRID. */
  header(): number {
    this.need(5);
    this.isLittle = this.view.getUint8(this.at) === 1;
    this.at += 1;
    const raw = this.uint32();
    const low = raw & 0x0fffffff;
    const thousands = Math.floor(low / 1000);
    this.hasZ = (raw & flagZ) !== 0 || thousands === 1 || thousands === 3;
    this.hasM = (raw & flagM) !== 0 || thousands === 2 || thousands === 3;
    if ((raw & flagSrid) !== 0) this.srid = this.uint32();
    return low % 1000;
  }

  position(): Position {
    const { view, at, isLittle, hasZ } = this;
    const x = view.getFloat64(at, isLittle);
    const y = view.getFloat64(at + 8, isLittle);
    this.at = at + (hasZ ? 24 : 16) + (this.hasM ? 8 : 0);
    return hasZ ? [x, y, view.getFloat64(at + 16, isLittle)] : [x, y];
  }

  positions(): Position[] {
    const count = this.count(16 + (this.hasZ ? 8 : 0) + (this.hasM ? 8 : 0));
    const positions: Position[] = new Array(count);
    for (let i = 0; i < count; i++) positions[i] = this.position();
    return positions;
  }

  point(): Position {
    this.need(16 + (this.hasZ ? 8 : 0) + (this.hasM ? 8 : 0));
    const position = this.position();
    return Number.isNaN(position[0]) && Number.isNaN(position[1]) ? [] : position;
  }

  rings(): Position[][] {
    const count = this.count(4);
    const rings: Position[][] = new Array(count);
    for (let i = 0; i < count; i++) rings[i] = this.positions();
    return rings;
  }

  parts<T extends Geometry['type']>(...types: T[]): Extract<Geometry, { type: T }>[] {
    const count = this.count(5);
    const parts: Extract<Geometry, { type: T }>[] = [];
    for (let i = 0; i < count; i++) {
      const part = this.geometry();
      if (!(types as string[]).includes(part.type))
        throw new WkbError(`unexpected part ${part.type}`, this.at);
      parts.push(part as Extract<Geometry, { type: T }>);
    }
    return parts;
  }

  geometry(): Geometry {
    const code = this.header();
    switch (code) {
      case 1:
        return { type: 'Point', coordinates: this.point() };
      case 2:
        return { type: 'LineString', coordinates: this.positions() };
      case 3:
      case 17: // triangle
        return { type: 'Polygon', coordinates: this.rings() };
      case 4:
        return { type: 'MultiPoint', coordinates: this.parts('Point').map((part) => part.coordinates) };
      case 5:
        return {
          type: 'MultiLineString',
          coordinates: this.parts('LineString').map((part) => part.coordinates),
        };
      case 6:
      case 12: // multi-surface
      case 15: // polyhedral surface
      case 16: // triangulated network
        return { type: 'MultiPolygon', coordinates: this.parts('Polygon').map((part) => part.coordinates) };
      case 7: {
        const count = this.count(5);
        const geometries: Geometry[] = [];
        for (let i = 0; i < count; i++) geometries.push(this.geometry());
        return { type: 'GeometryCollection', geometries };
      }
      default:
        throw new WkbError(`geometry type ${code} is not one of simple features`, this.at - 4);
    }
  }
}

export interface DecodedWkb {
  readonly geometry: Geometry;
  readonly srid: number | undefined;
}

/**
 * GeoJSON geometry of WKB, ISO WKB or EWKB in either byte order. Z is kept, M dropped, NaN NaN read as an empty point;
 * surfaces and triangles become polygons. @throws WkbError for curves and for bytes that end too early.
 */
export function decodeWkb(bytes: Uint8Array, offset = 0): DecodedWkb {
  const cursor = new Cursor(bytes, offset);
  const geometry = cursor.geometry();
  return { geometry, srid: cursor.srid };
}

/** As `decodeWkb`, from the hexadecimal text that PostGIS gives for a geometry column. */
export function decodeWkbHex(hex: string): DecodedWkb {
  return decodeWkb(hexToWkb(hex));
}
