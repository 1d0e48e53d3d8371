import { parserOf } from '../db/values.ts';

const instantOf = parserOf(1184);

/** Reads the tuples of PostgreSQL's binary COPY format, one after another; fields are told by their number. */
export class TupleReader {
  bytes: Buffer = Buffer.alloc(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the bytes of each field of the tuple in hand begin and end; they begin at -1 where it is null. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  private at = 0;

  constructor(fields: number) {
    this.starts = new Int32Array(fields);
    this.ends = new Int32Array(fields);
  }

  /** Goes on with a chunk of whole tuples. */
  take(chunk: Uint8Array): void {
    this.bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.at = 0;
  }

  /** Takes the next tuple in hand; false at the end of the chunk. */
  next(): boolean {
    const { view, starts, ends } = this;
    if (this.at === view.byteLength) return false;
    let at = this.at + 2;
    for (let field = 0; field < starts.length; field++) {
      const length = view.getInt32(at);
      at += 4;
      if (length < 0) starts[field] = -1;
      else {
        starts[field] = at;
        at += length;
        ends[field] = at;
      }
    }
    this.at = at;
    return true;
  }

  isNull(field: number): boolean {
    return this.starts[field]! < 0;
  }

  /** A double precision number. */
  number(field: number): number {
    return this.view.getFloat64(this.starts[field]!);
  }

  /** A bigint, as near as a number comes. */
  integer(field: number): number {
    const at = this.starts[field]!;
    return this.view.getInt32(at) * 2 ** 32 + this.view.getUint32(at + 4);
  }

  bigint(field: number): bigint {
    return this.view.getBigInt64(this.starts[field]!);
  }

  boolean(field: number): boolean {
    return this.bytes[this.starts[field]!] !== 0;
  }

  /** A timestamp that was selected as text, as the database's driver gives it. */
  instant(field: number): unknown {
    return instantOf(this.text(field));
  }

  text(field: number): string {
    return this.bytes.toString('utf8', this.starts[field]!, this.ends[field]!);
  }
}
