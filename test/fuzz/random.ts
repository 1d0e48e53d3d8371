/** Reproducible chance (mulberry32): the seed that a failure prints gives the same requests again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** A text with a few of its characters lost, doubled, swapped or replaced. */
  mutate(text: string): string {
    const letters = [...text];
    for (let i = 0; i <= this.below(4); i++) {
      const at = this.below(letters.length + 1);
      const kind = this.below(4);
      if (kind === 0) letters.splice(at, 1 + this.below(5));
      else if (kind === 1) letters.splice(at, 0, this.pick(oddCharacters));
      else if (kind === 2) letters.splice(at, 1, this.pick(oddCharacters));
      else letters.splice(at, 0, ...letters.slice(at, at + this.below(20)));
    }
    return letters.join('');
  }
}

const oddCharacters = [...'\'"()[]{},;:%&=+-*/\\<>!?#@$^|~`_. 09aZəس\u202e\u0000\u0007\t\n\ufffd𝒳'];
