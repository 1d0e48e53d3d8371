import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts';

/** Who has a data folder, and where a server on it listens. */
export interface LockHolder extends ProcessIdentity {
  /** Random name of this opening of the folder; the server says it at /health/live. */
  readonly instance: string;
  readonly purpose: 'server' | 'verb';
  readonly since: string;
  /** Address of a server on this machine. */
  readonly url?: string;
}

/** What a taking of the folder says of itself. */
export interface Taking {
  readonly purpose: LockHolder['purpose'];
  readonly instance?: string | undefined;
  readonly url?: string | undefined;
}

/** Somebody else has the folder. */
export class FolderInUseError extends Error {
  readonly folder: string;
  readonly holder: LockHolder;

  constructor(folder: string, holder: LockHolder) {
    super(`The folder ${folder} is in use by process ${holder.pid} since ${holder.since}`);
    this.name = 'FolderInUseError';
    this.folder = folder;
    this.holder = holder;
  }
}

const heartbeatMilliseconds = 5_000;
/** A holder on another machine that has not been heard of for so long is gone. */
const silenceMilliseconds = 30_000;

export const lockPath = (folder: string) => join(folder, 'ufuq.lock');

/** The living holder of a folder; undefined where there is none. */
export function lockHolder(folder: string): LockHolder | undefined {
  const path = lockPath(folder);
  let holder: LockHolder;
  let heard: number;
  try {
    heard = statSync(path).mtimeMs;
    holder = JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing || error instanceof SyntaxError) return undefined; // a write that a crash cut off
    throw error;
  }
  const isHeld = isAlive(holder) ?? Date.now() - heard < silenceMilliseconds;
  return isHeld ? holder : undefined;
}

/** The lock of a data folder; a folder has one holder at a time, and a dead holder's lock is taken over. */
export class FolderLock {
  readonly folder: string;
  readonly #holder: LockHolder;
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(folder: string, holder: LockHolder) {
    this.folder = folder;
    this.#holder = holder;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMilliseconds);
    this.#heartbeat.unref();
  }

  get instance(): string {
    return this.#holder.instance;
  }

  /** @throws {FolderInUseError} */
  static take(folder: string, { purpose, instance = randomUUID(), url }: Taking): FolderLock {
    const since = new Date().toISOString();
    const holder: LockHolder = {
      ...thisProcess(),
      instance,
      purpose,
      since,
      ...(url !== undefined && { url }),
    };
    if (!create(folder, holder)) {
      guarded(folder, () => {
        const other = lockHolder(folder);
        if (other !== undefined) throw new FolderInUseError(folder, other);
        rmSync(lockPath(folder), { force: true });
        if (!create(folder, holder)) throw new FolderInUseError(folder, lockHolder(folder) ?? holder);
      });
    }
    return new FolderLock(folder, holder);
  }

  release(): void {
    clearInterval(this.#heartbeat);
    if (lockHolder(this.folder)?.instance === this.instance) rmSync(lockPath(this.folder), { force: true });
  }

  #beat(): void {
    try {
      utimesSync(lockPath(this.folder), new Date(), new Date());
    } catch {
      // The folder may be gone; the store's own writes will say so.
    }
  }
}

/** Makes the lock where there is none, whole from the first moment: a link is made by one process only. */
function create(folder: string, holder: LockHolder): boolean {
  const draft = `${lockPath(folder)}.${holder.instance}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, lockPath(folder));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    return createWithoutLinks(folder, holder);
  } finally {
    rmSync(draft, { force: true });
  }
}

function createWithoutLinks(folder: string, holder: LockHolder): boolean {
  try {
    writeFileSync(lockPath(folder), JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Lets one process at a time look at a lock and take it over, so that nobody removes the lock of the quicker one. */
function guarded(folder: string, work: () => void): void {
  const guard = `${lockPath(folder)}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = lockHolder(folder);
    if (other !== undefined) throw new FolderInUseError(folder, other);
    if (Date.now() - statSync(guard).mtimeMs < silenceMilliseconds)
      throw new FolderInUseError(folder, {
        ...thisProcess(),
        pid: 0,
        instance: '',
        purpose: 'verb',
        since: new Date().toISOString(),
      });
    rmdirSync(guard);
    mkdirSync(guard);
  }
  try {
    work();
  } finally {
    rmdirSync(guard);
  }
}
