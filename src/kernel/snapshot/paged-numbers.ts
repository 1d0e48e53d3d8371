import type { PagedBytes } from './paged-bytes.ts';
import { pageBytes } from './snapshot-head.ts';

type Numbers = Uint32Array | Float64Array;

/** Numbers that lie on disk and are read one by one: those that few questions ask for, and that are asked for side by side. */
export class PagedNumbers {
  private readonly bytes: PagedBytes;
  private readonly Numbers: Uint32ArrayConstructor | Float64ArrayConstructor;
  private readonly perPage: number;
  private lastPage = -1;
  private last: Numbers = new Uint32Array();

  constructor(bytes: PagedBytes, kind: 'u32' | 'f64') {
    this.bytes = bytes;
    this.Numbers = kind === 'u32' ? Uint32Array : Float64Array;
    this.perPage = pageBytes / this.Numbers.BYTES_PER_ELEMENT;
  }

  /** @throws {BrokenSnapshotError} */
  at(index: number): number {
    const page = Math.floor(index / this.perPage);
    if (page !== this.lastPage) this.turnTo(page);
    return this.last[index - page * this.perPage]!;
  }

  /** All of them, in memory of their own. @throws {BrokenSnapshotError} */
  all(): Numbers {
    return new this.Numbers(this.bytes.whole().buffer);
  }

  private turnTo(page: number): void {
    const { buffer, byteOffset, length } = this.bytes.page(page).bytes;
    this.last = new this.Numbers(buffer as ArrayBuffer, byteOffset, length / this.Numbers.BYTES_PER_ELEMENT);
    this.lastPage = page;
  }
}
