/**
 * Upper convex hull of points that arrive from left to right. The steepest line of sight from a new point back to
 * all earlier ones touches the hull, so it is found in logarithmic time where a path method would visit every point.
 */
export class UpperHull {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #index: Int32Array;
  #size = 0;

  /** @param capacity greatest number of points that will ever be added */
  constructor(capacity: number) {
    this.#x = new Float64Array(capacity);
    this.#y = new Float64Array(capacity);
    this.#index = new Int32Array(capacity);
  }

  clear(): void {
    this.#size = 0;
  }

  /** Adds the point (x, y); x must exceed that of every earlier point. */
  add(x: number, y: number, index: number): void {
    const xs = this.#x;
    const ys = this.#y;
    let size = this.#size;
    while (size >= 2) {
      const ax = xs[size - 2]!;
      const ay = ys[size - 2]!;
      const turn = (xs[size - 1]! - ax) * (y - ay) - (ys[size - 1]! - ay) * (x - ax);
      if (turn < 0) break;
      size--;
    }
    xs[size] = x;
    ys[size] = y;
    this.#index[size] = index;
    this.#size = size + 1;
  }

  /** Place on the hull of the vertex with the greatest (y_i − y) / (x − x_i), for x to the right of all. */
  tangent(x: number, y: number): number {
    const xs = this.#x;
    const ys = this.#y;
    let low = 0;
    let high = this.#size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const here = (ys[middle]! - y) * (x - xs[middle + 1]!);
      const next = (ys[middle + 1]! - y) * (x - xs[middle]!);
      if (next > here) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Place on the hull of the vertex with the greatest y_i − slope · x_i. */
  extreme(slope: number): number {
    const xs = this.#x;
    const ys = this.#y;
    let low = 0;
    let high = this.#size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ys[middle + 1]! - ys[middle]! > slope * (xs[middle + 1]! - xs[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  xAt(place: number): number {
    return this.#x[place]!;
  }
  yAt(place: number): number {
    return this.#y[place]!;
  }
  indexAt(place: number): number {
    return this.#index[place]!;
  }
}
