/** Kinds of geometry that a vector tile knows; the numbers are MVT's (2.1, 4.3.4). */
export const shapeKind = { point: 1, line: 2, polygon: 3 } as const;
export type ShapeKind = (typeof shapeKind)[keyof typeof shapeKind];

/**
 * A geometry as flat numbers: paths of positions one after another. A point set has one path, a polygon one path a
 * ring, the first position not repeated at the end. Made once and refilled, so that a million features cost no objects.
 */
export class PathBuffer {
  kind: ShapeKind = shapeKind.point;
  /** `[x, y, x, y, …]` of all paths. */
  xy = new Float64Array(512);
  /** Numbers in use of `xy`. */
  length = 0;
  /** Index in `xy` after the last number of each path. */
  ends = new Uint32Array(16);
  /** 1 where a path is the outer ring of a polygon. */
  isShell = new Uint8Array(16);
  /** Number of paths. */
  count = 0;

  clear(kind: ShapeKind): void {
    this.kind = kind;
    this.length = 0;
    this.count = 0;
  }

  push(x: number, y: number): void {
    if (this.length + 2 > this.xy.length) this.reserve(2);
    this.xy[this.length++] = x;
    this.xy[this.length++] = y;
  }

  /** Makes room for so many numbers more. */
  reserve(numbers: number): void {
    if (this.length + numbers <= this.xy.length) return;
    const grown = new Float64Array(Math.max(this.xy.length * 2, this.length + numbers));
    grown.set(this.xy.subarray(0, this.length));
    this.xy = grown;
  }

  /** Ends the path that is being pushed; one without positions is forgotten. */
  end(isShell = false): void {
    if (this.length === this.start(this.count)) return;
    if (this.count === this.ends.length) {
      const ends = new Uint32Array(this.count * 2);
      ends.set(this.ends);
      this.ends = ends;
      const shells = new Uint8Array(this.count * 2);
      shells.set(this.isShell);
      this.isShell = shells;
    }
    this.isShell[this.count] = isShell ? 1 : 0;
    this.ends[this.count++] = this.length;
  }

  /** Forgets what was pushed since the last `end`. */
  abandon(): void {
    this.length = this.start(this.count);
  }

  /** Index of the first number of a path. */
  start(path: number): number {
    return path === 0 ? 0 : this.ends[path - 1]!;
  }

  /** Positions of all paths. */
  get positions(): number {
    return this.length / 2;
  }
}

/** `[least x, least y, greatest x, greatest y]` of the numbers from `start` to `end`; written into `into`. */
export function boundsOf(
  xy: Float64Array,
  start: number,
  end: number,
  into: [number, number, number, number],
): void {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = start; i < end; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < west) west = x;
    if (y < south) south = y;
    if (x > east) east = x;
    if (y > north) north = y;
  }
  into[0] = west;
  into[1] = south;
  into[2] = east;
  into[3] = north;
}
