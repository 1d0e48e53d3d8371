import { ScratchFile } from './scratch-file.ts';
import { type ArrayKinds, arrays, type NumberArray } from './snapshot-file.ts';
import type { ArrayKind } from './snapshot-head.ts';

/** Rows whose numbers are held in memory; those of more go to disk. */
export const blockRows = 1 << 13;

/**
 * Numbers of rows that come one by one, to be taken up again as one array: until then they take no memory. They are put
 * into a block, which the owner of the spool fills and ends, so that each place of the program writes to one kind of array.
 */
export class NumberSpool<Kind extends ArrayKind = ArrayKind> {
  readonly kind: Kind;
  readonly block: ArrayKinds[Kind];
  private readonly path: string;
  private count = 0;
  private file: ScratchFile | undefined;

  /** @param width numbers a row */
  constructor(path: string, kind: Kind, width = 1) {
    this.path = path;
    this.kind = kind;
    this.block = new arrays[kind](blockRows * width) as ArrayKinds[Kind];
  }

  /** Puts the first numbers of the block aside. The last block may be shorter than the others, and stays where it is. */
  endBlock(numbers: number): void {
    if (numbers === this.block.length) {
      this.file ??= new ScratchFile(this.path);
      this.file.append(bytesOf(this.block));
    }
    this.count += numbers;
  }

  /** All numbers, in an array of their own. */
  all(): ArrayKinds[Kind] {
    const numbers = new arrays[this.kind](this.count);
    const onDisk = this.onDisk;
    if (onDisk > 0) this.file!.read(bytesOf(numbers.subarray(0, onDisk)), 0);
    numbers.set(this.block.subarray(0, this.count - onDisk) as never, onDisk);
    return numbers as ArrayKinds[Kind];
  }

  /** The numbers block by block; each is good until the next is taken. */
  *parts(): Iterable<ArrayKinds[Kind]> {
    const { block, onDisk } = this;
    const part = new arrays[this.kind](Math.min(onDisk, block.length));
    for (let at = 0; at < onDisk; at += block.length) {
      this.file!.read(bytesOf(part), at * part.BYTES_PER_ELEMENT);
      yield part as ArrayKinds[Kind];
    }
    yield block.subarray(0, this.count - onDisk) as ArrayKinds[Kind];
  }

  drop(): void {
    this.file?.close();
    this.file = undefined;
  }

  private get onDisk(): number {
    return this.count - (this.count % this.block.length);
  }
}

function bytesOf(numbers: NumberArray): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
