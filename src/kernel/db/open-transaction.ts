import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Finds statements that go around the transaction they are made in. With one connection (PGlite) such a statement
 * would wait for itself for ever; with many it would not see what the transaction wrote. Both engines refuse it.
 */
interface Running {
  isOpen: boolean;
}

export class OpenTransaction {
  readonly #storage = new AsyncLocalStorage<Running>();
  #running = 0;

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.forbid();
    const running: Running = { isOpen: true };
    this.#running++;
    try {
      return await this.#storage.run(running, work);
    } finally {
      running.isOpen = false;
      // Node follows every promise, timer and write of the process while a storage is in use, which would be a third of
      // the time that a small answer takes.
      if (--this.#running === 0) this.#storage.disable();
    }
  }

  /** @throws Error where the caller is inside a transaction of this database that is still open. */
  forbid(): void {
    if (this.#storage.getStore()?.isOpen === true) {
      throw new Error('A statement inside a transaction went to the database and not to the transaction');
    }
  }
}
