import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../kernel/config.ts';
import type { Database } from '../kernel/db/database.ts';
import { migrate, migrations } from '../kernel/db/migrate.ts';
import { openDatabase } from '../kernel/db/open-database.ts';
import { hasStore } from '../kernel/db/open-progress.ts';
import { openSignedMemory } from '../kernel/log/proof/signed-memory.ts';
import { createServices, type StoreServices } from './create-services.ts';
import { FolderLock, type LockHolder } from './data-folder/lock.ts';
import type { OnProgress } from './progress.ts';

/** Folder of the embedded database inside the data folder. */
export const storeFolder = (config: Config) => join(config.data, 'store');

/** Folder for files that are being imported; what a killed import left in it is removed at the next start. */
export const uploadFolder = (config: Config) => join(config.data, 'imports');

export interface Store {
  readonly services: StoreServices;
  readonly lock: FolderLock;
  close(): Promise<void>;
}

/** The embedded store is there and cannot be opened. */
export class StoreDamagedError extends Error {
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'StoreDamagedError';
    this.folder = folder;
  }
}

/** The folder has signed a log that is kept elsewhere: an empty store in it would look as if everything were lost. */
export class StoreElsewhereError extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} has signed a log and holds no store`);
    this.name = 'StoreElsewhereError';
    this.folder = folder;
  }
}

/** Opens the database that the configuration names, telling its progress. @throws {StoreElsewhereError} */
export async function connect(
  config: Config,
  onProgress: OnProgress = () => {},
  statementMilliseconds = 0,
): Promise<Database> {
  const isEmbedded = config.database === undefined;
  if (isEmbedded && !hasStore(storeFolder(config)) && openSignedMemory(config.data).recall() !== undefined)
    throw new StoreElsewhereError(config.data);
  if (isEmbedded) mkdirSync(storeFolder(config), { recursive: true, mode: 0o700 });
  else onProgress({ stage: 'connecting' });
  const opening = openDatabase({
    url: config.database,
    folder: storeFolder(config),
    statementMilliseconds,
    onProgress: (stage, share) => onProgress({ stage, share }),
  });
  if (config.database !== undefined) return await opening;
  return await opening.catch((error) => {
    throw new StoreDamagedError(storeFolder(config), error);
  });
}

export interface OpenStoreOptions {
  readonly onProgress?: OnProgress | undefined;
  /** Name of this opening, and where its server listens; both stand in the lock. */
  readonly instance?: string;
  readonly url?: string;
}

/**
 * Takes the data folder, opens its store and brings the schema up to date: what the server and every verb that works
 * without one begin with. @throws {FolderInUseError} where somebody has the folder
 */
export async function openStore(
  config: Config,
  purpose: LockHolder['purpose'],
  { onProgress = () => {}, instance, url }: OpenStoreOptions = {},
): Promise<Store> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const lock = FolderLock.take(config.data, { purpose, instance, url });
  let database: Database | undefined;
  try {
    // Readers wait no longer than a request may take; a verb takes its time.
    const patience = purpose === 'server' ? config.limits.requestSeconds * 1000 : 0;
    database = await connect(config, onProgress, patience);
    await migrate(database, migrations, ({ name }) => onProgress({ stage: 'migrating', subject: name }));
    const services = await createServices(config, database, onProgress);
    const close = async () => {
      await services.database.close();
      lock.release();
    };
    return { services, lock, close };
  } catch (error) {
    await database?.close().catch(() => {});
    lock.release();
    throw error;
  }
}
