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

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.forbid();
    const running: Running = { isOpen: true };
    try {
      return await this.#storage.run(running, work);
    } finally {
      running.isOpen = false;
    }
  }

  /** @throws Error where the caller is inside a transaction of this database that is still open. */
  forbid(): void {
    if (this.#storage.getStore()?.isOpen === true) {
      throw new Error('A statement inside a transaction went to the database and not to the transaction');
    }
  }
}
