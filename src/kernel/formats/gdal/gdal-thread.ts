import type { Worker } from 'node:worker_threads';
import { startWorker } from '../../start-worker.ts';
import { SourceError } from '../source.ts';
import { compileGdal } from './gdal-module.ts';
import type { GdalReply, GdalRequest, ThreadData } from './protocol.ts';
import type { WasmProgram } from './web-assembly.ts';

/** What GDAL refused to do, in its own words. */
export class GdalError extends Error {
  readonly messages: readonly string[];
  constructor(reason: string, messages: readonly string[]) {
    super(reason);
    this.name = 'GdalError';
    this.messages = messages;
  }
}

let program: Promise<WasmProgram> | undefined;
/** A thread that has nothing to do is kept for a while, since starting one costs more than most files. */
let idle: GdalThread | undefined;
const idleMillis = 20_000;

/**
 * GDAL in a thread of its own, which keeps the process alive only while an answer is awaited. The signal ends it at once,
 * in the middle of whatever it does.
 */
export class GdalThread {
  readonly #pending: Int32Array;
  readonly #worker: Worker;
  #signal: AbortSignal | undefined;
  #replies: GdalReply[] = [];
  #wake: (() => void) | undefined;
  #failure: Error | undefined;
  #isBusy = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #abort = () => this.#fail(new SourceError('cancelled'));

  private constructor(data: ThreadData) {
    this.#pending = new Int32Array(data.pending);
    this.#worker = startWorker('./gdal-worker', import.meta.url, {
      workerData: data,
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
  }

  /** A thread with no file open: the idle one, or a new one. @throws SourceError `cancelled` */
  static async take(signal?: AbortSignal): Promise<GdalThread> {
    program ??= compileGdal();
    const compiled = await program;
    if (signal?.aborted) throw new SourceError('cancelled');
    const thread = idle ?? new GdalThread({ program: compiled, pending: new SharedArrayBuffer(4) });
    idle = undefined;
    clearTimeout(thread.#timer);
    thread.#signal = signal;
    signal?.addEventListener('abort', thread.#abort, { once: true });
    return thread;
  }

  /** Sends a request and gives its replies; the last one is not a chunk. @throws GdalError, SourceError `cancelled` */
  async *ask(request: GdalRequest): AsyncGenerator<GdalReply> {
    if (this.#failure) throw this.#failure;
    this.#worker.ref();
    this.#isBusy = true;
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
        if (reply.kind === 'chunk') {
          Atomics.sub(this.#pending, 0, 1);
          Atomics.notify(this.#pending, 0);
        } else this.#isBusy = false;
        if (reply.kind === 'failed') throw new GdalError(reply.reason, reply.messages);
        yield reply;
        if (reply.kind !== 'chunk') return;
      }
    } finally {
      this.#worker.unref();
    }
  }

  /** Closes the file; the thread waits for another, or ends where it was left in the middle of one. */
  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    this.#signal = undefined;
    if (this.#failure || this.#isBusy || idle) return this.#end();
    try {
      for await (const _ of this.ask({ kind: 'close' }));
    } catch {
      return this.#end();
    }
    if (idle) return this.#end();
    idle = this;
    this.#timer = setTimeout(() => {
      if (idle === this) idle = undefined;
      void this.#end();
    }, idleMillis).unref();
  }

  async #end(): Promise<void> {
    this.#failure ??= new Error('GDAL was closed');
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    if (idle === this) idle = undefined;
    this.#wake?.();
    void this.#worker.terminate();
  }
}
