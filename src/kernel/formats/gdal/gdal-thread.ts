import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../start-worker.ts';
import { SourceError } from '../source.ts';
import type { GdalReply, GdalRequest } from './protocol.ts';

/** What GDAL refused to do, in its own words. */
export class GdalError extends Error {
  readonly messages: readonly string[];
  constructor(reason: string, messages: readonly string[]) {
    super(reason);
    this.name = 'GdalError';
    this.messages = messages;
  }
}

/**
 * GDAL in a thread of its own: started by the first request, ended by `close` or by the signal. It keeps the process
 * alive only while an answer is awaited.
 */
export class GdalThread {
  readonly #pending = new Int32Array(new SharedArrayBuffer(4));
  readonly #signal: AbortSignal | undefined;
  readonly #worker: Worker;
  #replies: GdalReply[] = [];
  #wake: (() => void) | undefined;
  #failure: Error | undefined;
  readonly #abort = () => this.#fail(new SourceError('cancelled'));

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    if (signal?.aborted) throw new SourceError('cancelled');
    this.#worker = startWorker('./gdal-worker', import.meta.url, {
      workerData: this.#pending.buffer,
      stdout: true,
      stderr: true,
    });
    this.#worker.unref();
    this.#worker.on('message', (reply: GdalReply) => {
      this.#replies.push(reply);
      this.#wake?.();
    });
    this.#worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#fail(new Error('GDAL stopped')));
    signal?.addEventListener('abort', this.#abort, { once: true });
  }

  /** Sends a request and gives its replies; the last one is not a chunk. @throws GdalError, SourceError `cancelled` */
  async *ask(request: GdalRequest): AsyncGenerator<GdalReply> {
    if (this.#failure) throw this.#failure;
    this.#worker.ref();
    this.#replies = [];
    this.#worker.postMessage(request);
    try {
      for (;;) {
        const reply = this.#replies.shift();
        if (reply === undefined) {
          if (this.#failure) throw this.#failure;
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
          continue;
        }
        if (reply.kind === 'failed') throw new GdalError(reply.reason, reply.messages);
        if (reply.kind === 'chunk') {
          Atomics.sub(this.#pending, 0, 1);
          Atomics.notify(this.#pending, 0);
        }
        yield reply;
        if (reply.kind !== 'chunk') return;
      }
    } finally {
      this.#worker.unref();
    }
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#failure ??= new Error('GDAL was closed');
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake?.();
    void this.#worker.terminate();
  }
}
