import { orient2d } from 'robust-predicates';
import { type WkbVisitor, walkWkb } from './wkb-walk.ts';

/**
 * Whether a geometry (WKB) shares a point with a box, boundaries included: what `ST_Intersects` with an envelope says,
 * exactly, since the one test that rounding could spoil is made with adaptive precision. The box has an area.
 */
export function meetsBox(bytes: Uint8Array, box: readonly [number, number, number, number]): boolean {
  return walkWkb(bytes, new BoxTest(box));
}

class BoxTest implements WkbVisitor {
  private readonly west: number;
  private readonly south: number;
  private readonly east: number;
  private readonly north: number;
  /** Whether a corner of the box lies inside of the rings told so far (even-odd). */
  private isCornerInside = false;

  constructor([west, south, east, north]: readonly [number, number, number, number]) {
    this.west = west;
    this.south = south;
    this.east = east;
    this.north = north;
  }

  point(x: number, y: number): boolean {
    return x >= this.west && x <= this.east && y >= this.south && y <= this.north;
  }

  line(view: DataView, at: number, count: number, stride: number): boolean {
    if (count === 0) return false;
    let x0 = view.getFloat64(at, true);
    let y0 = view.getFloat64(at + 8, true);
    if (this.point(x0, y0)) return true;
    for (let i = 1; i < count; i++) {
      at += stride;
      const x1 = view.getFloat64(at, true);
      const y1 = view.getFloat64(at + 8, true);
      if (this.meetsSegment(x0, y0, x1, y1)) return true;
      x0 = x1;
      y0 = y1;
    }
    return false;
  }

  ring(view: DataView, at: number, count: number, stride: number): boolean {
    if (this.line(view, at, count, stride)) return true;
    if (count > 0) this.cross(view, at, count, stride);
    return false;
  }

  polygonEnd(): boolean {
    const { isCornerInside } = this;
    this.isCornerInside = false;
    return isCornerInside;
  }

  /** The axes of the box and the normal of the segment are all that can separate the two. */
  private meetsSegment(x0: number, y0: number, x1: number, y1: number): boolean {
    const { west, south, east, north } = this;
    if ((x0 < west && x1 < west) || (x0 > east && x1 > east)) return false;
    if ((y0 < south && y1 < south) || (y0 > north && y1 > north)) return false;
    if (this.point(x1, y1)) return true;
    const a = orient2d(x0, y0, x1, y1, west, south);
    const b = orient2d(x0, y0, x1, y1, east, south);
    const c = orient2d(x0, y0, x1, y1, east, north);
    const d = orient2d(x0, y0, x1, y1, west, north);
    return !((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0));
  }

  /** Counts the ring's edges to the east of the box's south-western corner; none of them touches the box. */
  private cross(view: DataView, at: number, count: number, stride: number): void {
    const { west, south } = this;
    let x0 = view.getFloat64(at, true);
    let y0 = view.getFloat64(at + 8, true);
    for (let i = 1; i < count; i++) {
      at += stride;
      const x1 = view.getFloat64(at, true);
      const y1 = view.getFloat64(at + 8, true);
      if (y0 > south !== y1 > south) {
        // `orient2d` is positive where its points turn clockwise in a plane whose y grows upwards.
        const turn = orient2d(x0, y0, x1, y1, west, south);
        if (y1 > y0 ? turn < 0 : turn > 0) this.isCornerInside = !this.isCornerInside;
      }
      x0 = x1;
      y0 = y1;
    }
  }
}
