import { administrator } from '../../src/kernel/access/caller.ts';
import type { Database } from '../../src/kernel/db/database.ts';
import { migrate } from '../../src/kernel/db/migrate.ts';
import type { WriteContext } from '../../src/kernel/log/intent.ts';
import { LogWriter } from '../../src/kernel/log/log-writer.ts';
import { SqlReader } from '../../src/kernel/query/sql-reader.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { StoredRegistry } from '../../src/kernel/register/stored-registry.ts';
import type { Services } from '../../src/kernel/services.ts';
import { openTestDatabase } from './engine.ts';

export const byAdministrator: WriteContext = { caller: administrator, cause: 'test' };

/** A clock that a test moves by hand. */
export class TestClock {
  now = Date.parse('2023-01-01T00:00:00Z');
  readonly read = () => new Date(this.now);
  set(instant: string): void {
    this.now = Date.parse(instant);
  }
}

export type TestKernel = Services & {
  readonly registry: StoredRegistry;
  readonly testClock: TestClock;
};

/** The real kernel over the engine that this run is set to, with the registers of a test. */
export async function openKernel(registers: readonly Register[], database?: Database): Promise<TestKernel> {
  const db = database ?? (await openTestDatabase());
  await migrate(db);
  const testClock = new TestClock();
  const registry = await StoredRegistry.open(db, registers, testClock.read);
  const shared = { database: db, registry, clock: testClock.read };
  return {
    ...shared,
    testClock,
    reader: new SqlReader(shared),
    writer: new LogWriter({ ...shared, limits: { maxVertices: 10_000 } }),
  };
}
