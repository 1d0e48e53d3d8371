import { ByteWriter } from '../geo/byte-writer.ts';
import { Lengths } from './lengths.ts';
import { ScratchFile } from './scratch-file.ts';

const fullBytes = 1 << 22;
/** Rows that are brought into their new order together, and their bytes; one row at least. */
const windowRows = 4096;
const windowBytes = 1 << 24;
/** Bytes between two rows that are read over rather than skipped. */
const smallGap = 1 << 12;

/** Bytes of rows in the order in which they come, on disk, to be taken up again in another order. */
export class RowSpool {
  /** What rows are written to. */
  readonly bytes = new ByteWriter(fullBytes + (1 << 16));
  private readonly path: string;
  private file: ScratchFile | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** Puts whole rows aside where many have been written. */
  endRow(): void {
    if (this.bytes.length >= fullBytes) this.flush();
  }

  /** The rows' bytes in another order; each is good until the next is taken. */
  *inOrder(order: Uint32Array, lengths: Uint32Array): Iterable<Uint8Array> {
    this.flush();
    const starts = new Lengths(lengths);
    const window = new Window();
    for (let first = 0; first < order.length; ) {
      const rows = order.subarray(first, endOfWindow(order, lengths, first));
      window.place(rows, starts, lengths);
      if (this.file) window.fill(this.file);
      for (let i = 0; i < rows.length; i++) yield window.bytesOf(i, lengths[rows[i]!]!);
      first += rows.length;
    }
  }

  drop(): void {
    this.file?.close();
    this.file = undefined;
  }

  private flush(): void {
    if (this.bytes.length === 0) return;
    this.file ??= new ScratchFile(this.path);
    this.file.append(this.bytes.from(0));
    this.bytes.length = 0;
  }
}

function endOfWindow(order: Uint32Array, lengths: Uint32Array, first: number): number {
  let end = first;
  let size = 0;
  do size += lengths[order[end++]!]!;
  while (end < order.length && end < first + windowRows && size < windowBytes);
  return end;
}

/** Rows that are neighbours in the new order. Many were also born one after another: what lies together is read together. */
class Window {
  private bytes = new Uint8Array(1 << 20);
  /** Where each row begins among the bytes. */
  private readonly places = new Float64Array(windowRows);
  private runs: { readonly start: number; readonly at: number; readonly end: number }[] = [];
  private size = 0;

  /** Decides what is read, and where to. */
  place(rows: Uint32Array, starts: Lengths, lengths: Uint32Array): void {
    const sorted = Uint32Array.from(rows.keys()).sort((a, b) => rows[a]! - rows[b]!);
    this.runs = [];
    this.size = 0;
    let run = { start: 0, at: 0, end: 0 };
    for (const index of sorted) {
      const start = starts.startOf(rows[index]!);
      if (start - run.end > smallGap) {
        this.runs.push(run);
        run = { start, at: this.size, end: start };
      }
      this.places[index] = run.at + start - run.start;
      run.end = start + lengths[rows[index]!]!;
      this.size = run.at + run.end - run.start;
    }
    this.runs.push(run);
  }

  fill(file: ScratchFile): void {
    if (this.bytes.length < this.size) this.bytes = new Uint8Array(this.size * 2);
    for (const { start, at, end } of this.runs)
      if (end > start) file.read(this.bytes.subarray(at, at + end - start), start);
  }

  bytesOf(index: number, length: number): Uint8Array {
    const at = this.places[index]!;
    return this.bytes.subarray(at, at + length);
  }
}
