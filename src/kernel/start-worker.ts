import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Node 20 does not run `--import` hooks in threads, so the thread itself registers the loader. */
const sourceEntry = (url: URL) =>
  `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;

/**
 * Starts the module `name` that stands beside the caller as a worker thread: compiled code beside compiled code,
 * and TypeScript through tsx where the caller itself still is TypeScript (development, tests).
 * @param name file name without extension, for example `./pglite-worker`
 * @param base the caller's `import.meta.url`
 */
export function startWorker(name: string, base: string, options: WorkerOptions = {}): Worker {
  const isSource = new URL(base).pathname.endsWith('.ts');
  const url = new URL(`${name}${isSource ? '.ts' : '.js'}`, base);
  return isSource
    ? new Worker(sourceEntry(url), { ...options, eval: true, execArgv: [] })
    : new Worker(url, options);
}
