import { type Shift, shiftPositions } from '../log/bulk-positions.ts';
import { StagedPieces } from './staged-pieces.ts';

/** Tuples that wait until the log is held. */
export class StagedTuples {
  private readonly staged: StagedPieces;

  private constructor(staged: StagedPieces) {
    this.staged = staged;
  }

  static async create(path: string): Promise<StagedTuples> {
    return new StagedTuples(await StagedPieces.create(path));
  }

  /** Bytes that wait. */
  get size(): number {
    return this.staged.size;
  }

  async append(tuples: Uint8Array): Promise<void> {
    await this.staged.append(tuples);
  }

  /** The tuples with their positions moved. */
  async *tuples(shift: Shift, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    for await (const bytes of this.staged.pieces(signal)) {
      if (shift.by !== 0 || shift.registerNumber !== undefined) shiftPositions(bytes, shift);
      yield bytes;
    }
  }

  async close(): Promise<void> {
    await this.staged.close();
  }
}
