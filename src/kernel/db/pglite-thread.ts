import type { Worker } from 'node:worker_threads';
import { startWorker } from '../start-worker.ts';
import { DatabaseError } from './database-error.ts';
import type {
  PgliteFailure,
  PgliteReply,
  PgliteRequest,
  PgliteResult,
  PgliteWorkerData,
} from './pglite-messages.ts';

interface Waiting {
  readonly resolve: (result: PgliteResult | undefined) => void;
  readonly reject: (error: Error) => void;
}

type WithoutNumber<R> = R extends PgliteRequest ? Omit<R, 'number'> : never;

function errorOf(failure: PgliteFailure): Error {
  return failure.kind === 'database' ? new DatabaseError(failure.fields) : new Error(failure.message);
}

/** Asks the embedded database's thread and brings back its answers. */
export class PgliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #end: Error | undefined;
  #notified: (channel: string, payload: string) => void = () => {};

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Starts the thread and waits until its store is open. @throws Error where it cannot be opened. */
  static async open(folder: string | undefined): Promise<PgliteThread> {
    const data: PgliteWorkerData = { folder };
    const worker = startWorker('./pglite-worker', import.meta.url, { workerData: data });
    const thread = new PgliteThread(worker);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (first: PgliteReply) => {
        if (first.kind === 'ready') resolve();
        else
          reject(
            new Error(first.kind === 'failed-to-open' ? first.message : `unexpected reply ${first.kind}`),
          );
      });
      worker.once('error', reject);
    });
    worker.on('message', (reply: PgliteReply) => thread.#receive(reply));
    worker.on('error', (error) => thread.#stop(error as Error));
    worker.on('exit', () => thread.#stop(new Error('The embedded database has been closed')));
    return thread;
  }

  onNotification(notified: (channel: string, payload: string) => void): void {
    this.#notified = notified;
  }

  async ask(request: WithoutNumber<PgliteRequest>): Promise<PgliteResult | undefined> {
    if (this.#end !== undefined) throw this.#end;
    const number = ++this.#last;
    return await new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ ...request, number });
    });
  }

  /** Resolves once the thread is gone. */
  async close(): Promise<void> {
    if (this.#end !== undefined) return;
    const gone = new Promise((resolve) => this.#worker.once('exit', resolve));
    await this.ask({ kind: 'close' });
    await gone;
  }

  #receive(reply: PgliteReply): void {
    if (reply.kind === 'notification') this.#notified(reply.channel, reply.payload);
    if (reply.kind !== 'done' && reply.kind !== 'failed') return;
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (reply.kind === 'done') waiting?.resolve(reply.result);
    else waiting?.reject(errorOf(reply.failure));
  }

  #stop(reason: Error): void {
    this.#end ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}
