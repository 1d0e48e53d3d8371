import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import { SourceError } from '../formats/source.ts';
import { startWorker } from '../start-worker.ts';
import { type PreparedPiece, type PrepareInput, SampleTooSmallError } from './prepare-input.ts';
import { prepareLayer } from './prepare-layer.ts';
import type { PrepareReply } from './prepare-worker.ts';

/** Files up to this size are prepared where the caller is: a thread would take longer to start. */
const largestInline = 2 << 20;

/** Records live as long as their batch: room for a few batches keeps them from being copied on. */
const resourceLimits = { maxYoungGenerationSizeMb: 128 };

/** As `prepareLayer`, in a thread of its own for a file of any size that matters. */
export async function* preparePieces(
  input: PrepareInput,
  signal?: AbortSignal,
): AsyncGenerator<PreparedPiece> {
  const { size } = await stat(input.source.path);
  if (size <= largestInline) yield* prepareLayer(input, signal);
  else
    yield* inThread(
      startWorker('./prepare-worker', import.meta.url, { workerData: input, resourceLimits }),
      signal,
    );
}

async function* inThread(worker: Worker, signal?: AbortSignal): AsyncGenerator<PreparedPiece> {
  const replies: PrepareReply[] = [];
  let wake = () => {};
  worker.on('message', (reply: PrepareReply) => {
    replies.push(reply);
    wake();
  });
  worker.on('error', (error) => {
    replies.push({ kind: 'failed', message: String(error) });
    wake();
  });
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const reply = replies.shift();
      if (reply === undefined) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      if (reply.kind === 'end') return;
      if (reply.kind !== 'piece') throw errorOf(reply);
      yield reply.piece;
      worker.postMessage('more');
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    const ended = once(worker, 'exit');
    await worker.terminate();
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
  }
}

function errorOf(reply: Exclude<PrepareReply, { kind: 'piece' | 'end' }>): Error {
  if (reply.kind === 'sample-too-small') return new SampleTooSmallError();
  if (reply.kind === 'source-error') return new SourceError(reply.code, reply.params);
  return new Error(reply.message);
}
