import type { Config } from '../kernel/config.ts';
import { openStore, type Store } from '../server/open-store.ts';
import { ProgressDisplay } from './progress-display.ts';
import { findServer, type ServerClient } from './server-client.ts';

/** The doors of a verb into the registers: the server that runs on the folder, else the store itself. */
export interface Reach<Result> {
  readonly server: (server: ServerClient) => Promise<Result>;
  readonly store: (store: Store) => Promise<Result>;
}

/**
 * Does a verb's work through the running server where one has the data folder, and otherwise in the store, which is
 * opened for that and closed again. @throws {Refusal} {FolderInUseError}
 */
export async function reachStore<Result>(config: Config, { server, store }: Reach<Result>): Promise<Result> {
  const running = await findServer(config.data);
  if (running !== undefined) return await server(running);
  const display = new ProgressDisplay();
  const opened = await openStore(config, 'verb', { onProgress: display.show });
  display.end();
  try {
    return await store(opened);
  } finally {
    await opened.close();
  }
}
