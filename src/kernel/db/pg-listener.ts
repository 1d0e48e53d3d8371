import pg from 'pg';

type Heard = (payload: string) => void;

const retryMilliseconds = 1000;

/**
 * Hears NOTIFY on a connection of its own, made at the first `listen`. When that connection breaks it is made again
 * and every listener is called once with an empty payload, since something may have been missed.
 */
export class PgListener {
  readonly #configuration: pg.ClientConfig;
  readonly #channels = new Map<string, Set<Heard>>();
  #client: Promise<pg.Client> | undefined;
  #isClosed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(configuration: pg.ClientConfig) {
    this.#configuration = configuration;
  }

  async listen(channel: string, heard: Heard): Promise<() => Promise<void>> {
    const listeners = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, listeners.add(heard));
    const client = await (this.#client ??= this.#connect());
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return async () => {
      listeners.delete(heard);
      if (listeners.size > 0 || this.#isClosed) return;
      this.#channels.delete(channel);
      await (await this.#client)?.query(`unlisten ${pg.escapeIdentifier(channel)}`);
    };
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#configuration, keepAlive: true });
    client.on('notification', ({ channel, payload }) => {
      for (const heard of this.#channels.get(channel) ?? []) heard(payload ?? '');
    });
    client.on('error', () => this.#reconnect());
    client.on('end', () => this.#reconnect());
    await client.connect();
    return client;
  }

  #reconnect(): void {
    if (this.#isClosed || this.#retry !== undefined) return;
    this.#client = undefined;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#resume().catch(() => this.#reconnect());
    }, retryMilliseconds);
    this.#retry.unref();
  }

  async #resume(): Promise<void> {
    const client = await (this.#client = this.#connect());
    for (const [channel, listeners] of this.#channels) {
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      for (const heard of listeners) heard('');
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await (await this.#client?.catch(() => undefined))?.end();
  }
}
