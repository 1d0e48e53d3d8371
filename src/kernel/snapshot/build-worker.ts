import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../db/open-database.ts';
import type { RegisterDeclaration } from '../register/declaration.ts';
import { normaliseRegister } from '../register/define-register.ts';
import type { Register } from '../register/register.ts';
import { type BuildOptions, buildSnapshot } from './build-snapshot.ts';
import { subjectOf } from './snapshot-source.ts';

/** What the thread is given. */
export interface BuildTask extends Omit<BuildOptions, 'signal'> {
  readonly url: string;
  readonly declaration: RegisterDeclaration;
  readonly origin: Register['origin'];
  readonly number: number;
}

/** Reads over a connection of its own and packs where nobody waits. */
async function build({ url, declaration, origin, number, ...options }: BuildTask): Promise<void> {
  const database = await openDatabase({ url, connections: 1 });
  try {
    await buildSnapshot(database, subjectOf(normaliseRegister(declaration, origin), number), options);
  } finally {
    await database.close();
  }
}

await build(workerData as BuildTask);
parentPort!.postMessage('built');
