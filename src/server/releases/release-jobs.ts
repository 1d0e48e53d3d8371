import { randomUUID } from 'node:crypto';
import { Problem } from '../../kernel/errors.ts';
import { makeRelease, type ReleaseProgress } from '../../kernel/release/make-release.ts';
import type { ReleaseWish } from '../../kernel/release/release-question.ts';
import type { ReleaseServices } from '../../kernel/release/release-services.ts';

/** One release on its way, as it is kept while the server runs. */
export interface ReleaseJob {
  readonly id: string;
  readonly registers: readonly string[];
  readonly created: Date;
  status: 'waiting' | 'running' | 'made' | 'cancelled' | 'failed';
  progress?: ReleaseProgress;
  /** Id of the release that came of it. */
  release?: string;
  isNew?: boolean;
  problem?: Problem;
  /** Resolves at the end, whatever it is. */
  readonly done: Promise<void>;
}

const mostKept = 100;

/** The releases of a server: one at a time, the others wait; the last hundred are remembered. */
export class ReleaseJobs {
  readonly #given: ReleaseServices;
  readonly #onError: (error: unknown) => void;
  readonly #jobs = new Map<string, ReleaseJob>();
  readonly #aborts = new Map<string, AbortController>();
  #last: Promise<void> = Promise.resolve();

  constructor(given: ReleaseServices, onError: (error: unknown) => void) {
    this.#given = given;
    this.#onError = onError;
  }

  all(): readonly ReleaseJob[] {
    return [...this.#jobs.values()].reverse();
  }

  require(id: string): ReleaseJob {
    const job = this.#jobs.get(id);
    if (!job) throw new Problem('not-found');
    return job;
  }

  start(wish: ReleaseWish, actor: string): ReleaseJob {
    const abort = new AbortController();
    let isOver = () => {};
    const job: ReleaseJob = {
      id: randomUUID(),
      registers: wish.registers,
      created: new Date(),
      status: 'waiting',
      done: new Promise((resolve) => {
        isOver = resolve;
      }),
    };
    this.#jobs.set(job.id, job);
    this.#aborts.set(job.id, abort);
    this.#forget();
    const previous = this.#last;
    this.#last = job.done;
    void previous
      .then(() => this.#run(job, wish, actor, abort.signal))
      .finally(() => {
        this.#aborts.delete(job.id);
        isOver();
      });
    return job;
  }

  /** Stops a release that is under way; it leaves nothing. One that is over is forgotten. */
  async cancel(id: string): Promise<ReleaseJob> {
    const job = this.require(id);
    const abort = this.#aborts.get(id);
    if (abort === undefined) this.#jobs.delete(id);
    abort?.abort();
    await job.done;
    return job;
  }

  /** Stops all, for the end of the server. */
  async close(): Promise<void> {
    for (const abort of this.#aborts.values()) abort.abort();
    await this.#last;
  }

  async #run(job: ReleaseJob, wish: ReleaseWish, actor: string, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      job.status = 'running';
      const onProgress = (progress: ReleaseProgress) => {
        job.progress = progress;
      };
      const { release, isNew } = await makeRelease(this.#given, wish, { actor, signal, onProgress });
      Object.assign(job, { status: 'made', release: release.id, isNew });
    } catch (error) {
      if (signal.aborted) {
        job.status = 'cancelled';
        return;
      }
      job.status = 'failed';
      job.problem = error instanceof Problem ? error : new Problem('internal');
      if (!(error instanceof Problem)) this.#onError(error);
    }
  }

  #forget(): void {
    for (const [id] of this.#jobs) {
      if (this.#jobs.size <= mostKept) return;
      if (!this.#aborts.has(id)) this.#jobs.delete(id);
    }
  }
}
