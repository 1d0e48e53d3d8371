type Grown = Float64Array | Float32Array | Uint32Array | Uint8Array;

/** Numbers of rows that come one by one, when their count is only guessed. */
export class Growing<T extends Grown> {
  length = 0;
  private numbers: T;

  constructor(numbers: T) {
    this.numbers = numbers;
  }

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const Kind = this.numbers.constructor as new (length: number) => T;
      const grown = new Kind(Math.max(64, Math.ceil(this.length * 1.5)));
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers[this.length++] = value;
  }

  /** What was pushed; nothing may be pushed afterwards. */
  done(): T {
    return this.numbers.subarray(0, this.length) as T;
  }
}
