import type { FeatureText } from '../query/question.ts';
import type { FoundRow, RegisterSnapshot } from './register-snapshot.ts';

const comma = 0x2c;

/** The features of rows as one text, with commas in between, and where in it each of them lies. */
export class JoinedFeatures implements FeatureText {
  readonly bytes: Buffer;
  readonly count: number;
  /** Where each feature begins; one more that is where the next one would. */
  private readonly starts: Float64Array;

  /** @throws {BrokenSnapshotError} */
  constructor({ base }: RegisterSnapshot, rows: readonly FoundRow[]) {
    this.count = rows.length;
    this.starts = new Float64Array(rows.length + 1);
    for (const [index, row] of rows.entries()) {
      const length = typeof row === 'number' ? base.featureLength(row) : row.feature.length;
      this.starts[index + 1] = this.starts[index]! + length + 1;
    }
    this.bytes = Buffer.allocUnsafe(Math.max(0, this.starts[rows.length]! - 1));
    for (const [index, row] of rows.entries()) {
      const at = this.starts[index]!;
      this.bytes.set(typeof row === 'number' ? base.feature(row) : row.feature, at);
      if (index > 0) this.bytes[at - 1] = comma;
    }
  }

  of(index: number): Uint8Array {
    return this.bytes.subarray(this.starts[index], this.starts[index + 1]! - 1);
  }
}
