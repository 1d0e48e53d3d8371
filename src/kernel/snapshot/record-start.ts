import type { ByteRange } from '../geo/byte-range.ts';
import { hashOf } from './id-index.ts';

const opening = '{"type":"Feature","id":';

/** The bytes that the feature of a record begins with, each time in the same memory. */
export class RecordStart {
  private bytes = Buffer.allocUnsafe(1024);
  private length = 0;
  /** Of the record's id, as `hashOf` makes it. */
  hash = 0;

  set(record: string): void {
    const id = JSON.stringify(record);
    const most = opening.length + id.length * 3 + 1;
    if (this.bytes.length < most) this.bytes = Buffer.allocUnsafe(most);
    this.length = this.bytes.write(`${opening}${id},`);
    const isPlain = id.length === record.length + 2;
    const raw = isPlain ? undefined : Buffer.from(record);
    this.hash = raw ? hashOf(raw, 0, raw.length) : hashOf(this.bytes, opening.length + 1, this.length - 2);
  }

  begins({ bytes, start, end }: ByteRange): boolean {
    if (end - start < this.length) return false;
    for (let i = 0; i < this.length; i++) if (bytes[start + i] !== this.bytes[i]) return false;
    return true;
  }
}
