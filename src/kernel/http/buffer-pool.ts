const smallest = 2 ** 12;
const largest = 2 ** 23;

/**
 * Memory for bodies, taken and given back. Bodies of tens of kilobytes that come and go by the thousand are memory
 * outside of the heap, and make the garbage collector stop the process for tens of milliseconds.
 */
export class BufferPool {
  private readonly free = new Map<number, Buffer[]>();
  private readonly most: number;
  private kept = 0;

  /** @param most bytes that are kept while nobody uses them */
  constructor(most = 2 ** 25) {
    this.most = most;
  }

  /** Memory of at least so many bytes, with anything in it. */
  take(bytes: number): Buffer {
    const size = sizeFor(bytes);
    const found = this.free.get(size)?.pop();
    if (!found) return Buffer.allocUnsafeSlow(size);
    this.kept -= size;
    return found;
  }

  /** Gives memory back that was taken here and that nobody reads any more. */
  give(buffer: Buffer): void {
    const size = buffer.length;
    if (size > largest || this.kept + size > this.most) return;
    const others = this.free.get(size);
    if (others) others.push(buffer);
    else this.free.set(size, [buffer]);
    this.kept += size;
  }
}

/** The next power of two, so that what is given back fits what is asked for next. */
function sizeFor(bytes: number): number {
  if (bytes > largest) return bytes;
  let size = smallest;
  while (size < bytes) size *= 2;
  return size;
}
