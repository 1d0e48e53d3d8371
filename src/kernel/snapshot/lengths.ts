/** Rows that share a starting point. */
const stride = 16;

/** Where the bytes of each row begin, from the lengths of the rows: two bytes a row where none is longer than 65,535. */
export class Lengths {
  private readonly lengths: Uint16Array | Uint32Array;
  private readonly bases: Float64Array;

  constructor(lengths: Uint16Array | Uint32Array) {
    this.lengths = lengths;
    this.bases = new Float64Array(Math.ceil(lengths.length / stride));
    let at = 0;
    for (let row = 0; row < lengths.length; row++) {
      if (row % stride === 0) this.bases[row / stride] = at;
      at += lengths[row]!;
    }
  }

  /** The smallest kind of array that holds lengths up to one. */
  static kindFor(most: number): 'u16' | 'u32' {
    return most < 65_536 ? 'u16' : 'u32';
  }

  of(row: number): number {
    return this.lengths[row]!;
  }

  startOf(row: number): number {
    let at = this.bases[Math.floor(row / stride)]!;
    for (let before = row - (row % stride); before < row; before++) at += this.lengths[before]!;
    return at;
  }
}
