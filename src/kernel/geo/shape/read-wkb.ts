import { WkbError } from '../wkb.ts';
import { type PathBuffer, type ShapeKind, shapeKind } from './path-buffer.ts';
import { endRing } from './read-geometry.ts';

/** Fills a buffer from (E)WKB without an object in between; Z and M are passed over. */
const flagSrid = 0x20000000;

/** Kind of each type of simple features; triangles, multi-surfaces and surfaces of polygons are polygons. */
const kindOfType: readonly (ShapeKind | 0)[] = [0, 1, 2, 3, 1, 2, 3, 0, 0, 0, 0, 0, 3, 0, 0, 3, 3, 3];
const collection = 7;

class WkbPaths {
  private readonly view: DataView;
  private at: number;

  constructor(bytes: Uint8Array, offset: number) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = offset;
  }

  /** Highest dimension of what stands here; reads ahead and returns. */
  kind(): ShapeKind | 0 {
    const back = this.at;
    const { type, little } = this.header();
    let kind: ShapeKind | 0 = kindOfType[type] ?? 0;
    if (type === collection) {
      const count = this.count(little);
      for (let i = 0; i < count; i++) {
        const each = this.kind();
        if (each > kind) kind = each;
        this.geometry(undefined);
      }
    }
    this.at = back;
    return kind;
  }

  /** Reads a geometry; what is not of the buffer's kind, and everything where there is none, is passed over. */
  geometry(into: PathBuffer | undefined): void {
    const { type, stride, little } = this.header();
    const wanted = into !== undefined && kindOfType[type] === into.kind ? into : undefined;
    if (type === 1) {
      this.positions(1, stride, little, wanted);
    } else if (type === 2) {
      this.positions(this.count(little), stride, little, wanted);
      wanted?.end();
    } else if (type === 3 || type === 17) {
      const rings = this.count(little);
      for (let i = 0; i < rings; i++) {
        this.positions(this.count(little), stride, little, wanted);
        if (wanted) endRing(wanted, i === 0);
      }
    } else if (type >= 4 && type <= 16 && (type === collection || (kindOfType[type] ?? 0) > 0)) {
      const members = this.count(little);
      for (let i = 0; i < members; i++) this.geometry(into);
    } else {
      throw new WkbError(`geometry type ${type} is not one of simple features`, this.at);
    }
  }

  private header(): { type: number; stride: number; little: boolean } {
    if (this.at + 5 > this.view.byteLength) throw new WkbError('geometry ends too early', this.at);
    const little = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, little);
    this.at += code & flagSrid ? 9 : 5;
    const iso = (code & 0x1fffffff) % 10_000;
    const thousands = Math.floor(iso / 1000);
    const hasZ = (code & 0x80000000) !== 0 || thousands === 1 || thousands === 3;
    const hasM = (code & 0x40000000) !== 0 || thousands === 2 || thousands === 3;
    return { type: iso % 1000, stride: 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0), little };
  }

  private count(little: boolean): number {
    if (this.at + 4 > this.view.byteLength) throw new WkbError('geometry ends too early', this.at);
    const count = this.view.getUint32(this.at, little);
    this.at += 4;
    return count;
  }

  private positions(count: number, stride: number, little: boolean, into: PathBuffer | undefined): void {
    const end = this.at + count * stride;
    if (end > this.view.byteLength) throw new WkbError('geometry ends too early', this.at);
    if (into) {
      into.reserve(count * 2);
      for (let at = this.at; at < end; at += stride) {
        const x = this.view.getFloat64(at, little);
        if (Number.isNaN(x)) continue; // an empty point
        into.xy[into.length++] = x;
        into.xy[into.length++] = this.view.getFloat64(at + 8, little);
      }
    }
    this.at = end;
  }
}

/**
 * Fills the buffer with the geometry at `offset`. Of a collection the members of the highest dimension are kept, as
 * `ST_AsMVTGeom` keeps them. @throws WkbError for curves and for bytes that end too early.
 */
export function readWkb(bytes: Uint8Array, into: PathBuffer, offset = 0): void {
  const paths = new WkbPaths(bytes, offset);
  into.clear(paths.kind() || shapeKind.point);
  paths.geometry(into);
  if (into.kind === shapeKind.point) into.end();
}
