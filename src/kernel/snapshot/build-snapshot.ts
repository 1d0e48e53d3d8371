import type { Database } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { SnapshotDraft } from './snapshot-draft.ts';
import { eachClosed, eachRow, fingerprintOf, historyOf, type SnapshotSubject } from './snapshot-source.ts';

export interface BuildOptions {
  readonly path: string;
  /** Position that the snapshot reflects. */
  readonly position: Position;
  /** Position of the register's last change up to there. */
  readonly lastChange: Position;
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
}

/** Packs the rows of a register, as they are known at a position, into a file. */
export async function buildSnapshot(
  db: Database,
  subject: SnapshotSubject,
  { path, position, lastChange, batchSize = 50_000, signal }: BuildOptions,
): Promise<void> {
  const draft = new SnapshotDraft(path, subject.shape);
  try {
    await eachRow(db, { subject, position, batchSize, signal }, (tuple) => draft.push(tuple));
    await eachClosed(db, { subject, position, signal }, (tuple) => draft.closed.push(tuple));
    const history = await historyOf(db, position);
    const fingerprint = fingerprintOf(subject);
    draft.finish({ register: subject.register.id, fingerprint, history, position, lastChange });
  } finally {
    draft.drop();
  }
}
