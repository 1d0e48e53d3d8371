import { type ByteRange, viewOf } from '../byte-range.ts';
import { WkbError } from '../wkb.ts';
import { type PathBuffer, type ShapeKind, shapeKind } from './path-buffer.ts';
import { endRing } from './read-geometry.ts';

/** Fills a buffer from (E)WKB without an object in between; Z and M are passed over. */
const flagSrid = 0x20000000;

/** Kind of each type of simple features; triangles, multi-surfaces and surfaces of polygons are polygons. */
const kindOfType: readonly (ShapeKind | 0)[] = [0, 1, 2, 3, 1, 2, 3, 0, 0, 0, 0, 0, 3, 0, 0, 3, 3, 3];
const collection = 7;

/** Where the reading stands; one for all calls, since none waits. */
class WkbPaths {
  private view: DataView = new DataView(new ArrayBuffer(0));
  private at = 0;
  private end = 0;
  /** Of the geometry whose head was read last. */
  private type = 0;
  private stride = 16;
  private little = true;

  open(view: DataView, start: number, end: number): void {
    this.view = view;
    this.at = start;
    this.end = end;
  }

  /** Reads all that stands here. */
  whole(into: PathBuffer): void {
    this.header();
    into.clear((this.type === collection ? this.highest() : kindOfType[this.type]) || shapeKind.point);
    this.contents(into);
    if (into.kind === shapeKind.point) into.end();
  }

  /** Highest dimension of the members of a collection whose head was read; reads ahead and returns. */
  private highest(): ShapeKind | 0 {
    const { at, type, stride, little } = this;
    let highest: ShapeKind | 0 = 0;
    const count = this.count(little);
    for (let i = 0; i < count; i++) {
      this.header();
      const kind = this.type === collection ? this.highest() : (kindOfType[this.type] ?? 0);
      if (kind > highest) highest = kind;
      this.contents(undefined);
    }
    this.at = at;
    this.type = type;
    this.stride = stride;
    this.little = little;
    return highest;
  }

  /**
   * Reads what the head that was read last stands before; what is not of the buffer's kind, and everything where there is
   * none, is passed over.
   */
  private contents(into: PathBuffer | undefined): void {
    const { type, stride, little } = this;
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
      for (let i = 0; i < members; i++) {
        this.header();
        this.contents(into);
      }
    } else {
      throw new WkbError(`geometry type ${type} is not one of simple features`, this.at);
    }
  }

  private header(): void {
    if (this.at + 5 > this.end) throw new WkbError('geometry ends too early', this.at);
    const little = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, little);
    this.at += code & flagSrid ? 9 : 5;
    const iso = (code & 0x1fffffff) % 10_000;
    const thousands = (iso / 1000) | 0;
    const hasZ = (code & 0x80000000) !== 0 || thousands === 1 || thousands === 3;
    const hasM = (code & 0x40000000) !== 0 || thousands === 2 || thousands === 3;
    this.type = iso % 1000;
    this.stride = 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0);
    this.little = little;
  }

  private count(little: boolean): number {
    if (this.at + 4 > this.end) throw new WkbError('geometry ends too early', this.at);
    const count = this.view.getInt32(this.at, little);
    this.at += 4;
    if (count < 0) throw new WkbError('geometry ends too early', this.at);
    return count;
  }

  private positions(count: number, stride: number, little: boolean, into: PathBuffer | undefined): void {
    const { view } = this;
    if (count * stride > this.end - this.at) throw new WkbError('geometry ends too early', this.at);
    const end = this.at + Math.imul(count, stride);
    if (into) {
      into.reserve(count * 2);
      const { xy } = into;
      let { length } = into;
      for (let at = this.at; at < end; at += stride) {
        const x = view.getFloat64(at, little);
        if (Number.isNaN(x)) continue; // an empty point
        xy[length++] = x;
        xy[length++] = view.getFloat64(at + 8, little);
      }
      into.length = length;
    }
    this.at = end;
  }
}

const paths = new WkbPaths();

function read(view: DataView, start: number, end: number, into: PathBuffer): void {
  paths.open(view, start, end);
  paths.whole(into);
}

/**
 * Fills the buffer with the geometry at `offset`. Of a collection the members of the highest dimension are kept, as
 * `ST_AsMVTGeom` keeps them. @throws WkbError for curves and for bytes that end too early.
 */
export function readWkb(bytes: Uint8Array, into: PathBuffer, offset = 0): void {
  read(viewOf(bytes), offset, bytes.length, into);
}

/** The same of a stretch of bytes. */
export function readWkbRange({ view, start, end }: ByteRange, into: PathBuffer): void {
  read(view, start, end, into);
}
