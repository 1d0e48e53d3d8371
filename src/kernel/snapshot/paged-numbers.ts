import type { PagedBytes } from './paged-bytes.ts';
import { pageBytes } from './snapshot-head.ts';

type Numbers = Uint32Array | Float64Array;

/** Numbers that lie on disk and are read one by one: those that few questions ask for. */
export class PagedNumbers {
  private readonly bytes: PagedBytes;
  private readonly kind: 'u32' | 'f64';

  constructor(bytes: PagedBytes, kind: 'u32' | 'f64') {
    this.bytes = bytes;
    this.kind = kind;
  }

  /** @throws {BrokenSnapshotError} */
  at(index: number): number {
    const at = index * (this.kind === 'u32' ? 4 : 8);
    const page = Math.floor(at / pageBytes);
    const { view } = this.bytes.page(page);
    const within = at - page * pageBytes;
    return this.kind === 'u32' ? view.getUint32(within, true) : view.getFloat64(within, true);
  }

  /** All of them, in memory of their own. @throws {BrokenSnapshotError} */
  all(): Numbers {
    const { buffer } = this.bytes.whole();
    return this.kind === 'u32' ? new Uint32Array(buffer) : new Float64Array(buffer);
  }
}
