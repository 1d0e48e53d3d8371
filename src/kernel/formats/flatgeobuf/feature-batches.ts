import type { ByteWindow } from '../byte-window.ts';
import { SourceError } from '../source.ts';
import { FlatBuffer } from './flatbuffer.ts';

/** Whole features where they lie in the window; they do so until the next batch is asked for. */
export interface FeatureBatch {
  readonly buffer: FlatBuffer;
  /** Places of the features, after their sizes. */
  readonly starts: readonly number[];
  /** Row of the first, from 1. */
  readonly firstRow: number;
}

const batchSize = 2_000;
const largestFeature = 1 << 30;
const noBytes = Buffer.alloc(8);

/**
 * Features in the order in which they lie, none of them decoded.
 * @throws SourceError `file-truncated`, after all whole features were given
 */
export async function* featureBatches(
  window: ByteWindow,
  expected: number,
): AsyncGenerator<FeatureBatch, void, void> {
  const buffer = new FlatBuffer(noBytes);
  let row = 0;
  const truncated = () => new SourceError('file-truncated', { byte: window.size, records: row, expected });
  for (;;) {
    const starts: number[] = [];
    const firstRow = row + 1;
    let failure: SourceError | undefined;
    while (starts.length < batchSize) {
      if (window.end - window.start < 4) {
        // The window only moves while nothing of it is wanted any more.
        if (starts.length > 0) break;
        if (!(await window.need(4))) {
          if (window.end > window.start || row < expected) failure = truncated();
          break;
        }
      }
      const size = window.bytes.readUInt32LE(window.start);
      if (size > largestFeature || window.position + 4 + size > window.size) {
        failure = truncated();
        break;
      }
      if (window.end - window.start < 4 + size) {
        if (starts.length > 0) break;
        await window.need(4 + size);
      }
      starts.push(window.start + 4);
      window.start += 4 + size;
      row++;
    }
    buffer.use(window.bytes, window.end);
    if (starts.length > 0) yield { buffer, starts, firstRow };
    if (failure) throw failure;
    if (starts.length === 0) return;
  }
}
