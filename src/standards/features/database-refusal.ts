import { DatabaseError } from '../../kernel/db/database-error.ts';
import { Problem } from '../../kernel/errors.ts';
import { eachPosition } from '../../kernel/geo/geometry-positions.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import type { AskedCrs } from './crs.ts';

/** Runs a question whose answer may not exist in the reference system asked for, and says so where it does not. */
export async function inCrs<T>(crs: AskedCrs, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isProjection =
      error instanceof DatabaseError && crs.epsg !== 4326 && /transform|project|proj_/i.test(error.message);
    if (!isProjection) throw error;
    throw outOfArea(crs);
  }
}

function outOfArea(crs: AskedCrs): Problem {
  return new Problem('invalid-parameter', {}, [
    { pointer: 'parameter:crs', code: 'crs-out-of-area', params: { value: crs.uri } },
  ]);
}

/** Refuses records whose coordinates the reference system cannot hold: JSON has no infinity. */
export function requireFinite(records: readonly RecordView[], crs: AskedCrs): void {
  if (crs.epsg === 4326) return;
  for (const { geometry } of records)
    if (geometry)
      eachPosition(geometry, ([x, y]) => {
        if (!Number.isFinite(x) || !Number.isFinite(y)) throw outOfArea(crs);
      });
}
