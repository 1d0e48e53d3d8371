import { leastFirst, sortPairs } from './least.ts';

/**
 * The first rows by birth among those that are offered, in no order, one by one or in runs. What comes after the first
 * so many that are held already is passed over at once; of the others the late ones are put out now and then.
 */
export class FirstBorn {
  private readonly born: ArrayLike<number>;
  private births = new Float64Array(0);
  private held = new Uint32Array(0);
  private room = 0;
  private most = 0;
  private after = 0;
  private count = 0;
  /** Nobody born from here on is among the first. */
  private before = 0;

  /** @param born births of all rows, no two of them alike */
  constructor(born: ArrayLike<number>) {
    this.born = born;
  }

  /** Forgets what was offered; from now on the first `most` that were born after `after` are wanted. */
  begin(most: number, after: number): void {
    this.most = most;
    this.after = after;
    this.count = 0;
    this.before = Number.POSITIVE_INFINITY;
    this.room = most === 0 ? 0 : most * 2 + 256;
    if (this.births.length >= this.room) return;
    this.births = new Float64Array(this.room);
    this.held = new Uint32Array(this.room);
  }

  offer(row: number): void {
    this.offerRun(row, row + 1);
  }

  /** Offers `from` ≤ row < `to`. */
  offerRun(from: number, to: number): void {
    if (this.most === 0) return;
    const { born, after, births, held } = this;
    for (let row = from; row < to; row++) {
      const birth = born[row]!;
      if (birth <= after || birth >= this.before) continue;
      if (this.count === this.room) this.putOut();
      if (birth >= this.before) continue;
      births[this.count] = birth;
      held[this.count++] = row;
    }
  }

  /** What was offered and is among the first, by birth. */
  rows(): number[] {
    const count = Math.min(this.most, this.count);
    leastFirst(this.births, this.held, this.count, count);
    sortPairs(this.births, this.held, count);
    return Array.from(this.held.subarray(0, count));
  }

  private putOut(): void {
    leastFirst(this.births, this.held, this.count, this.most);
    this.count = this.most;
    this.before = greatest(this.births, this.most);
  }
}

function greatest(values: Float64Array, count: number): number {
  let found = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) if (values[i]! > found) found = values[i]!;
  return found;
}
