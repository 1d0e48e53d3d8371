import { DatabaseError } from '../../kernel/db/database-error.ts';
import { Problem } from '../../kernel/errors.ts';
import type { AskedCrs } from './crs.ts';

/** Runs a question whose answer may not exist in the reference system asked for, and says so where it does not. */
export async function inCrs<T>(crs: AskedCrs, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isProjection =
      error instanceof DatabaseError && crs.epsg !== 4326 && /transform|project|proj_/i.test(error.message);
    if (!isProjection) throw error;
    throw new Problem('invalid-parameter', {}, [
      { pointer: 'parameter:crs', code: 'crs-out-of-area', params: { value: crs.uri } },
    ]);
  }
}
