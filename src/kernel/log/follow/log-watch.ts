import type { Database } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { headOf } from '../head.ts';
import { logChannel } from '../log-batch.ts';

interface Waiter {
  readonly beyond: Position;
  readonly wake: (head: Position) => void;
}

/** Should a notice be lost, its commit is found by looking, this often. */
const pollMs = 1_000;

/** Wakes whoever waits for the log to grow: by NOTIFY, with a look at the head as a safety net. One for each process. */
export class LogWatch {
  readonly #database: Database;
  readonly #waiters = new Set<Waiter>();
  #head: Position = 0;
  #unlisten: Promise<() => Promise<void>> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Position of the last commit that was heard of. */
  get head(): Position {
    return this.#head;
  }

  /** True once the server is about to stop: waits end at once, and streams should. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Resolves with true when the log has entries beyond the position; with false after the time, or when told to stop. */
  async beyond(position: Position, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    if (this.#head > position) return true;
    if (this.#isClosed || signal?.aborted) return false;
    await (this.#unlisten ??= this.#listen());
    await this.#look();
    if (this.#head > position) return true;
    return await new Promise((resolve) => {
      const end = (isBeyond: boolean) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.#waiters.delete(waiter);
        resolve(isBeyond);
      };
      const onAbort = () => end(false);
      const waiter: Waiter = { beyond: position, wake: (head) => end(head > position) };
      const timer = setTimeout(end, milliseconds, false);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiters.add(waiter);
      if (this.#isClosed || signal?.aborted) end(false);
      else this.#poll();
    });
  }

  /** Ends every wait. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const { wake } of [...this.#waiters]) wake(-1);
    await (await this.#unlisten?.catch(() => undefined))?.();
  }

  /** Where listening fails, looking does until it works. */
  async #listen(): Promise<() => Promise<void>> {
    try {
      return await this.#database.listen(logChannel, (payload) => this.#hear(payload));
    } catch {
      this.#unlisten = undefined;
      return async () => {};
    }
  }

  #hear(payload: string): void {
    const head = Number(payload);
    if (payload === '' || !Number.isSafeInteger(head)) this.#look().catch(() => {});
    else this.#grow(head);
  }

  #grow(head: Position): void {
    if (head <= this.#head) return;
    this.#head = head;
    for (const waiter of [...this.#waiters]) if (head > waiter.beyond) waiter.wake(head);
  }

  async #look(): Promise<void> {
    this.#grow(await headOf(this.#database));
  }

  /** Looks as long as somebody waits. */
  #poll(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#look()
        .catch(() => {})
        .finally(() => {
          if (this.#waiters.size > 0 && !this.#isClosed) this.#poll();
        });
    }, pollMs);
    this.#timer.unref();
  }
}
