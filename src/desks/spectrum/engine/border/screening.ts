import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { TerrainTile } from '../terrain/tile.ts';
import type { ScreeningTask, StationOutcome } from './screening-task.ts';
import { checkStations, type Station } from './station.ts';

export interface ScreeningOptions {
  /** worker threads; one per processor where left out */
  readonly threads?: number;
  /** stops the screening; what is finished is still returned */
  readonly signal?: AbortSignal;
  /** called after every batch */
  readonly onProgress?: (done: number, total: number) => void;
  /** called with each outcome as it comes, to be kept for resuming */
  readonly onOutcome?: (outcome: StationOutcome) => void;
  /** outcomes of an earlier run; their stations are not screened again */
  readonly resume?: readonly StationOutcome[];
}

export interface ScreeningResult {
  /** in the order of the stations; those resumed included */
  readonly outcomes: readonly StationOutcome[];
  /** false where the signal stopped it */
  readonly isComplete: boolean;
}

/** Small enough for steady progress, large enough that messages cost nothing. */
const BATCH = 8;

/**
 * Finds the worst border point of every station in two stages (an upper bound for all points, the full model only
 * where the bound may exceed the limit) over worker threads that share the terrain.
 *
 * @throws PropagationInputError for bad stations
 */
export async function screenBorder(
  stations: readonly Station[],
  task: ScreeningTask,
  tiles: readonly TerrainTile[],
  options: ScreeningOptions = {},
): Promise<ScreeningResult> {
  checkStations(stations);
  const finished = new Map<string, StationOutcome>();
  for (const outcome of options.resume ?? []) finished.set(outcome.stationId, outcome);
  const waiting = stations.filter((station) => !finished.has(station.id));
  const threads = Math.min(options.threads ?? availableParallelism(), Math.ceil(waiting.length / BATCH));
  let next = 0;
  const take = () => {
    if (options.signal?.aborted) return [];
    const batch = waiting.slice(next, next + BATCH);
    next += batch.length;
    return batch;
  };
  const keep = (outcomes: readonly StationOutcome[]) => {
    for (const outcome of outcomes) {
      finished.set(outcome.stationId, outcome);
      options.onOutcome?.(outcome);
    }
    options.onProgress?.(finished.size, stations.length);
  };
  await Promise.all(Array.from({ length: threads }, () => runThread({ task, tiles }, take, keep)));
  const outcomes = stations.flatMap((station) => finished.get(station.id) ?? []);
  return { outcomes, isComplete: outcomes.length === stations.length };
}

/** Feeds one worker until nothing is left to take. */
async function runThread(
  workerData: { task: ScreeningTask; tiles: readonly TerrainTile[] },
  take: () => readonly Station[],
  keep: (outcomes: readonly StationOutcome[]) => void,
): Promise<void> {
  const worker = startWorker(workerData);
  try {
    await new Promise<void>((resolve, reject) => {
      const feed = () => {
        const stations = take();
        if (stations.length === 0) resolve();
        else worker.postMessage({ stations });
      };
      worker.on('message', (outcomes: StationOutcome[]) => {
        keep(outcomes);
        feed();
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      feed();
    });
  } finally {
    await worker.terminate();
  }
}

/** The compiled worker as it is; in development, where the file is TypeScript, tsx is registered first. */
function startWorker(workerData: object): Worker {
  if (import.meta.url.endsWith('.js')) {
    return new Worker(new URL('./screening-worker.js', import.meta.url), { workerData });
  }
  const source = new URL('./screening-worker.ts', import.meta.url).href;
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(start, { workerData, eval: true, execArgv: [] });
}
