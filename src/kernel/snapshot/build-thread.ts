import { startWorker } from '../start-worker.ts';
import type { BuildTask } from './build-worker.ts';

/** Rows pass through as bytes: little lives, and nothing for long. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** Builds a snapshot in a thread, which a signal ends. */
export async function buildInThread(task: BuildTask, signal: AbortSignal): Promise<void> {
  const worker = startWorker('./build-worker', import.meta.url, { workerData: task, resourceLimits });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', () => resolve());
      worker.once('exit', () => reject(new Error('the thread that packs a snapshot ended early')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
