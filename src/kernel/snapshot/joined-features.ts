import type { ReadyFeatures } from '../query/question.ts';
import type { FoundRow, RegisterSnapshot } from './register-snapshot.ts';

const comma = 0x2c;

/** The features of rows as one text, with commas in between, and where in it each of them lies. */
export class JoinedFeatures implements ReadyFeatures {
  readonly count: number;
  readonly byteLength: number;
  private readonly snapshot: RegisterSnapshot;
  private readonly rows: readonly FoundRow[];
  /** Where each feature begins; one more that is where the next one would. */
  private readonly starts: Float64Array;

  constructor(snapshot: RegisterSnapshot, rows: readonly FoundRow[]) {
    this.snapshot = snapshot;
    this.rows = rows;
    this.count = rows.length;
    this.starts = new Float64Array(rows.length + 1);
    for (let i = 0; i < rows.length; i++)
      this.starts[i + 1] = this.starts[i]! + snapshot.featureLength(rows[i]!) + 1;
    this.byteLength = Math.max(0, this.starts[rows.length]! - 1);
  }

  /** @throws {BrokenSnapshotError} */
  writeTo(target: Buffer, at: number): void {
    const { rows, starts, snapshot } = this;
    for (let i = 0; i < rows.length; i++) {
      const start = at + starts[i]!;
      target.set(snapshot.featureOf(rows[i]!), start);
      if (i > 0) target[start - 1] = comma;
    }
  }

  /** One feature of a text that was written from its first byte on. */
  of(text: Uint8Array, index: number): Uint8Array {
    return text.subarray(this.starts[index], this.starts[index + 1]! - 1);
  }
}
