import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../kernel/config.ts';
import { dropErasedBytes } from '../kernel/documents/erased-documents.ts';
import type { Logger } from '../kernel/logger.ts';
import { followForSearch } from '../kernel/search/follow-log.ts';
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
import { type SharedReading, shareReading } from './readers/share-reading.ts';

/** The address can be reached by others and nothing protects what is read there. */
export class BindRefusedError extends Error {}

export interface RunningServer {
  /** Where readers find it: the public URL where there is one. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly services: StoreServices;
  /** The processes that read beside this one. */
  readonly readers: Pick<SharedReading, 'pids' | 'ready'>;
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
  const { logger } = options;
  const readers = shareReading(config);
  const followers: { stop(): Promise<unknown> }[] = [];
  try {
    mkdirSync(config.data, { recursive: true, mode: 0o700 });
    store = await openStore(config, 'server', { ...options, instance: state.instance, url: door.localUrl });
    const stored = store.services;
    const token = ensureAdminToken(config.data);
    await clearAway(config, stored, logger);
    await loadPack(config, stored, options.onProgress);
    await followRegisters(stored);
    const proof = await openProof(config, stored, logger);
    const memory = config.snapshots
      ? await answerFromMemory(config, stored, { logger, onPacked: readers.packed })
      : undefined;
    const services = memory?.services ?? stored;
    const snapshots = memory?.store;
    if (snapshots) followers.push(snapshots);
    const parts = { config, services, snapshots, state, token, proof, reachReaders: readers.reach };
    const { app, listener } = await buildServer({ ...parts, ...options });
    door.admit(listener);
    proof.start(services.watch);
    followers.unshift(proof);
    followers.unshift(followForSearch(services.database, services.watch, logger));
    followers.unshift(deliverWebhooks(config, services, logger));
    state.phase = 'ready';
    await readers.begin({
      door,
      application: listener,
      token,
      logger,
      onMissing: (id) => snapshots?.of(services.registry.require(id)),
    });
    const stop = stopOnce({ door, readers, state, app, followers, store });
    return { url: config.publicUrl ?? door.localUrl, app, services, readers, stop };
  } catch (error) {
    await door.close();
    await readers.stop();
    for (const follower of followers) await follower.stop();
    await store?.close();
    throw error;
  }
}

/** Removes what a process that was killed left behind, and bytes of documents that the law had erased. */
async function clearAway(config: Config, services: StoreServices, logger?: Logger): Promise<void> {
  await dropLeftovers(services.database, uploadFolder(config));
  services.documents.dropLeftovers();
  await dropErasedBytes(services, services.documents.store).catch((error) => logger?.error(error));
}

interface Running {
  readonly door: FrontDoor;
  readonly readers: SharedReading;
  readonly state: ServerState;
  readonly app: FastifyInstance;
  /** What follows the log, in the order in which it is stopped. */
  readonly followers: readonly { stop(): Promise<unknown> }[];
  readonly store: Store;
}

function stopOnce({ door, readers, state, app, followers, store }: Running) {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      state.phase = 'stopping';
      await store.services.watch.close();
      await Promise.all([door.close(), readers.stop()]);
      await app.close();
      for (const follower of followers) await follower.stop();
      await store.close();
    })();
    return stopping;
  };
}
