/** What a walk over little-endian WKB calls; positions come two by two. Returning true ends the walk with true. */
export interface WkbVisitor {
  point(x: number, y: number): boolean;
  /** `count` positions, `stride` bytes apart, the first at `at`. */
  line(view: DataView, at: number, count: number, stride: number): boolean;
  /** As `line`, for one ring of the polygon in hand. */
  ring(view: DataView, at: number, count: number, stride: number): boolean;
  /** All rings of a polygon have been told. */
  polygonEnd(): boolean;
}

/**
 * Walks a geometry in WKB or EWKB (little-endian, as PostGIS stores it) without making objects of it.
 * Returns whether a call returned true.
 */
export function walkWkb(bytes: Uint8Array, visitor: WkbVisitor): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const walk = { view, at: 0, visitor };
  return geometry(walk);
}

interface Walk {
  readonly view: DataView;
  readonly visitor: WkbVisitor;
  at: number;
}

function geometry(walk: Walk): boolean {
  const { view, visitor } = walk;
  if (view.getUint8(walk.at) !== 1) throw new TypeError('big-endian WKB is not walked');
  const raw = view.getUint32(walk.at + 1, true);
  walk.at += 5;
  if ((raw & 0x20000000) !== 0) walk.at += 4;
  const stride = 16 + ((raw & 0x80000000) !== 0 ? 8 : 0) + ((raw & 0x40000000) !== 0 ? 8 : 0);
  const kind = raw & 0xff;
  if (kind === 1) {
    const x = view.getFloat64(walk.at, true);
    const y = view.getFloat64(walk.at + 8, true);
    walk.at += stride;
    return !Number.isNaN(x) && visitor.point(x, y);
  }
  const count = view.getUint32(walk.at, true);
  walk.at += 4;
  if (kind === 2) return run(walk, count, stride, (at) => visitor.line(view, at, count, stride));
  let isDone = false;
  for (let i = 0; i < count && !isDone; i++) {
    if (kind !== 3) {
      isDone = geometry(walk);
      continue;
    }
    const positions = view.getUint32(walk.at, true);
    walk.at += 4;
    isDone = run(walk, positions, stride, (at) => visitor.ring(view, at, positions, stride));
  }
  if (kind === 3 && count > 0) return isDone || visitor.polygonEnd();
  return isDone;
}

function run(walk: Walk, count: number, stride: number, tell: (at: number) => boolean): boolean {
  const { at } = walk;
  walk.at += count * stride;
  return tell(at);
}
