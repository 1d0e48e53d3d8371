import type { Body } from '../log/entry.ts';
import { StagedPieces } from './staged-pieces.ts';

/** A record of a file, ready to be written. */
export interface PreparedBody {
  readonly record: string;
  readonly row: number;
  readonly body: Body;
}

/** Bodies that wait until the log is held. */
export class StagedBodies {
  private readonly staged: StagedPieces;

  private constructor(staged: StagedPieces) {
    this.staged = staged;
  }

  static async create(path: string): Promise<StagedBodies> {
    return new StagedBodies(await StagedPieces.create(path));
  }

  async append(piece: readonly PreparedBody[]): Promise<void> {
    if (piece.length > 0) await this.staged.append(Buffer.from(JSON.stringify(piece)));
  }

  async *pieces(signal?: AbortSignal): AsyncGenerator<readonly PreparedBody[]> {
    for await (const bytes of this.staged.pieces(signal)) yield JSON.parse(bytes.toString());
  }

  async close(): Promise<void> {
    await this.staged.close();
  }
}
