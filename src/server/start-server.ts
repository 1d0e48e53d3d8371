import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../kernel/config.ts';
import { dropErasedBytes } from '../kernel/documents/erased-documents.ts';
import type { Logger } from '../kernel/logger.ts';
import { followForSearch } from '../kernel/search/follow-log.ts';
import type { SnapshotStore } from '../kernel/snapshot/snapshot-store.ts';
import { dropLeftovers } from '../kernel/transfer/leftovers.ts';
import { answerFromMemory } from './answer-from-memory.ts';
import { mayListen } from './bind-rule.ts';
import { buildServer } from './build-server.ts';
import { followRegisters, type StoreServices } from './create-services.ts';
import { ensureAdminToken } from './data-folder/admin-token.ts';
import { FolderInUseError, lockHolder } from './data-folder/lock.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { FrontDoor } from './front-door.ts';
import type { ServerState } from './health.ts';
import { loadPack } from './load-pack.ts';
import { openStore, type Store, uploadFolder } from './open-store.ts';
import type { OnProgress } from './progress.ts';
import { openProof } from './prove-log.ts';

/** The address can be reached by others and nothing protects what is read there. */
export class BindRefusedError extends Error {}

export interface RunningServer {
  /** Where readers find it: the public URL where there is one. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly services: StoreServices;
  /** Finishes requests under way, closes the store, gives the folder free; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the server that the configuration describes and returns once it is ready.
 * @throws {BindRefusedError} {FolderInUseError} and whatever opening a store or an address throws
 */
export async function startServer(
  config: Config,
  options: { readonly logger?: Logger; readonly onProgress?: OnProgress } = {},
): Promise<RunningServer> {
  if (!mayListen(config)) throw new BindRefusedError(config.host);
  const holder = lockHolder(config.data);
  if (holder !== undefined) throw new FolderInUseError(config.data, holder);

  const state: ServerState = { instance: randomUUID(), phase: 'starting' };
  const door = new FrontDoor(state, config.limits);
  await door.listen(config.host, config.port);
  let store: Store | undefined;
  let snapshots: SnapshotStore | undefined;
  try {
    mkdirSync(config.data, { recursive: true, mode: 0o700 });
    store = await openStore(config, 'server', { ...options, instance: state.instance, url: door.localUrl });
    const stored = store.services;
    const token = ensureAdminToken(config.data);
    await dropLeftovers(stored.database, uploadFolder(config));
    stored.documents.dropLeftovers();
    await dropErasedBytes(stored, stored.documents.store).catch((error) => options.logger?.error(error));
    await loadPack(config, stored, options.onProgress);
    await followRegisters(stored);
    const proof = await openProof(config, stored, options.logger);
    const memory = config.snapshots ? await answerFromMemory(config, stored, options.logger) : undefined;
    const services = memory?.services ?? stored;
    snapshots = memory?.store;
    const app = await buildServer({ config, services, snapshots, state, token, proof, ...options });
    door.admit((request, response) => app.routing(request, response));
    await proof.start();
    const search = await followForSearch(services.database, options.logger);
    const webhooks = deliverWebhooks(config, services, options.logger);
    state.phase = 'ready';
    const followers = [webhooks, search, proof, ...(snapshots ? [snapshots] : [])];
    const stop = stopOnce(door, state, app, followers, store);
    return { url: config.publicUrl ?? door.localUrl, app, services, stop };
  } catch (error) {
    await door.close();
    await snapshots?.stop();
    await store?.close();
    throw error;
  }
}

function stopOnce(
  door: FrontDoor,
  state: ServerState,
  app: FastifyInstance,
  followers: readonly { stop(): Promise<unknown> }[],
  store: Store,
) {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      state.phase = 'stopping';
      await store.services.watch.close();
      await door.close();
      await app.close();
      for (const follower of followers) await follower.stop();
      await store.close();
    })();
    return stopping;
  };
}
