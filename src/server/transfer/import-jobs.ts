import { randomUUID } from 'node:crypto';
import { Problem } from '../../kernel/errors.ts';
import { importFile } from '../../kernel/transfer/import-file.ts';
import type { ImportProgress, ImportRequest, ImportServices } from '../../kernel/transfer/import-request.ts';
import type { ImportReport } from '../../kernel/transfer/report.ts';
import type { AskedImport } from './import-parameters.ts';
import type { UploadedFile } from './uploaded-file.ts';

/** One import from upload to report, as it is kept while the server runs. */
export interface ImportJob {
  readonly id: string;
  readonly file: string;
  readonly created: Date;
  status: 'waiting' | 'running' | ImportReport['outcome'] | 'failed';
  progress?: ImportProgress;
  report?: ImportReport;
  /** Why it failed, where that is nobody's file's fault. */
  problem?: Problem;
  /** Resolves at the end, whatever it is. */
  readonly done: Promise<void>;
}

type Run = Pick<ImportRequest, 'caller' | 'limits' | 'workFolder'>;

const mostKept = 100;

/** The imports of a server: one at a time, the others wait; the last hundred are remembered. */
export class ImportJobs {
  private readonly services: ImportServices;
  private readonly onError: (error: unknown) => void;
  private readonly jobs = new Map<string, ImportJob>();
  private readonly aborts = new Map<string, AbortController>();
  private last: Promise<void> = Promise.resolve();

  constructor(services: ImportServices, onError: (error: unknown) => void) {
    this.services = services;
    this.onError = onError;
  }

  all(): readonly ImportJob[] {
    return [...this.jobs.values()].reverse();
  }

  require(id: string): ImportJob {
    const job = this.jobs.get(id);
    if (!job) throw new Problem('not-found');
    return job;
  }

  start(asked: AskedImport, file: UploadedFile, run: Run): ImportJob {
    const abort = new AbortController();
    const name = asked.name ?? file.name;
    const { wait: _, ...request } = asked;
    let isOver = () => {};
    const job: ImportJob = {
      id: randomUUID(),
      file: name ?? 'upload',
      created: new Date(),
      status: 'waiting',
      done: new Promise((resolve) => {
        isOver = resolve;
      }),
    };
    this.jobs.set(job.id, job);
    this.aborts.set(job.id, abort);
    this.forget();
    const previous = this.last;
    this.last = job.done;
    const work = { ...request, ...run, name, path: file.path, signal: abort.signal };
    void previous
      .then(() => this.run(job, work))
      .finally(() => {
        this.aborts.delete(job.id);
        file.remove();
        isOver();
      });
    return job;
  }

  /** Stops an import that is under way; it leaves nothing. One that is over is forgotten. */
  async cancel(id: string): Promise<ImportJob> {
    const job = this.require(id);
    const abort = this.aborts.get(id);
    if (abort === undefined) this.jobs.delete(id);
    abort?.abort();
    await job.done;
    return job;
  }

  /** Stops all, for the end of the server. */
  async close(): Promise<void> {
    for (const abort of this.aborts.values()) abort.abort();
    await this.last;
  }

  private async run(job: ImportJob, request: ImportRequest): Promise<void> {
    if (request.signal?.aborted) {
      job.status = 'cancelled';
      return;
    }
    job.status = 'running';
    try {
      const onProgress = (progress: ImportProgress) => {
        job.progress = progress;
      };
      job.report = await importFile(this.services, { ...request, onProgress });
      job.status = job.report.outcome;
    } catch (error) {
      job.status = 'failed';
      job.problem = error instanceof Problem ? error : new Problem('internal');
      if (!(error instanceof Problem)) this.onError(error);
    }
  }

  private forget(): void {
    for (const [id] of this.jobs) {
      if (this.jobs.size <= mostKept) return;
      if (!this.aborts.has(id)) this.jobs.delete(id);
    }
  }
}
