/**
 * Ids seen so far with the rows that had them, in 12 bytes each: a million ids as strings would take a hundred megabytes.
 * Ids are told apart by 64 bits of hash; that two of ten million agree by chance is one in three hundred thousand.
 */
export class IdSet {
  private size = 0;
  private capacity = 1 << 12;
  private high = new Int32Array(this.capacity);
  private low = new Int32Array(this.capacity);
  private rows = new Uint32Array(this.capacity);
  private hashHigh = 0;
  private hashLow = 0;

  /** Row that has the id; undefined where none does. */
  rowOf(id: string): number | undefined {
    this.hash(id);
    const row = this.rows[this.slot()]!;
    return row === 0 ? undefined : row;
  }

  /** Remembers an id with its row, from 1. */
  add(id: string, row: number): void {
    if (this.size * 2 >= this.capacity) this.grow();
    this.hash(id);
    const slot = this.slot();
    if (this.rows[slot] === 0) this.size++;
    this.high[slot] = this.hashHigh;
    this.low[slot] = this.hashLow;
    this.rows[slot] = row;
  }

  /** Remembers an id that nobody has yet; false where somebody does. */
  claim(id: string, row: number): boolean {
    if (this.size * 2 >= this.capacity) this.grow();
    this.hash(id);
    const slot = this.slot();
    if (this.rows[slot] !== 0) return false;
    this.size++;
    this.high[slot] = this.hashHigh;
    this.low[slot] = this.hashLow;
    this.rows[slot] = row;
    return true;
  }

  /** Two runs of murmur-like mixing over the UTF-16 code units. */
  private hash(id: string): void {
    let a = 0x9e3779b9 | 0;
    let b = 0x85ebca6b | 0;
    for (let i = 0; i < id.length; i++) {
      const code = id.charCodeAt(i);
      a = Math.imul(a ^ code, 0x5bd1e995);
      a ^= a >>> 15;
      b = Math.imul(b + code, 0x27d4eb2f);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ id.length, 0xc2b2ae35 | 0);
    this.hashHigh = a ^ (a >>> 16);
    b = Math.imul(b ^ id.length, 0x165667b1);
    this.hashLow = b ^ (b >>> 15);
  }

  /** Where the hash is, or would be. */
  private slot(): number {
    const mask = this.capacity - 1;
    let slot = this.hashLow & mask;
    while (this.rows[slot] !== 0 && (this.high[slot] !== this.hashHigh || this.low[slot] !== this.hashLow))
      slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { high, low, rows, capacity } = this;
    this.capacity *= 2;
    this.high = new Int32Array(this.capacity);
    this.low = new Int32Array(this.capacity);
    this.rows = new Uint32Array(this.capacity);
    for (let i = 0; i < capacity; i++) {
      if (rows[i] === 0) continue;
      this.hashHigh = high[i]!;
      this.hashLow = low[i]!;
      const slot = this.slot();
      this.high[slot] = high[i]!;
      this.low[slot] = low[i]!;
      this.rows[slot] = rows[i]!;
    }
  }
}
