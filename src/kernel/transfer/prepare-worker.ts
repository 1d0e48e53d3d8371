import { parentPort, workerData } from 'node:worker_threads';
import { SourceError } from '../formats/source.ts';
import type { PreparedPiece, PrepareInput } from './prepare-input.ts';
import { SampleTooSmallError } from './prepare-input.ts';
import { prepareLayer } from './prepare-layer.ts';

/** The thread in which large files are read and checked, so that the server goes on answering meanwhile. */
const port = parentPort!;
const piecesAhead = 4;

export type PrepareReply =
  | { readonly kind: 'piece'; readonly piece: PreparedPiece }
  | { readonly kind: 'end' }
  | { readonly kind: 'sample-too-small' }
  | {
      readonly kind: 'source-error';
      readonly code: SourceError['code'];
      readonly params: SourceError['params'];
    }
  | { readonly kind: 'failed'; readonly message: string };

let allowed = piecesAhead;
let resume: (() => void) | undefined;
port.on('message', () => {
  allowed++;
  resume?.();
});

function transferOf({ entries, rows }: PreparedPiece): ArrayBuffer[] {
  return [entries, rows].flatMap((bytes) => (bytes ? [bytes.buffer as ArrayBuffer] : []));
}

async function run(): Promise<PrepareReply> {
  try {
    for await (const piece of prepareLayer(workerData as PrepareInput)) {
      while (allowed === 0) await new Promise<void>((resolve) => (resume = resolve));
      allowed--;
      port.postMessage({ kind: 'piece', piece } satisfies PrepareReply, transferOf(piece));
    }
    return { kind: 'end' };
  } catch (error) {
    if (error instanceof SampleTooSmallError) return { kind: 'sample-too-small' };
    if (error instanceof SourceError) return { kind: 'source-error', code: error.code, params: error.params };
    return {
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

port.postMessage(await run());
port.close();
