import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import type { CommitContext } from './commit-context.ts';
import { lockForImport } from './leftovers.ts';

/** Thrown at the end of a dry run, so that the transaction rolls back. */
class Rehearsal extends Error {}

/**
 * Runs the writing of an import in one transaction, safe from those that clear leftovers away; all of it is taken back
 * where it was a dry run. Returns its position.
 */
export async function writeOrRehearse(
  { services, request }: CommitContext,
  write: (tx: Queryable) => Promise<Position>,
): Promise<Position> {
  let position = 0;
  const work = async (tx: Queryable) => {
    await lockForImport(tx);
    position = await write(tx);
    if (request.dryRun) throw new Rehearsal();
  };
  await services.database.transaction(work).catch((error) => {
    if (!(error instanceof Rehearsal)) throw error;
  });
  return position;
}
