const chunkSize = 1 << 20;
/** Milliseconds between the epochs of JavaScript (1970) and of PostgreSQL (2000). */
const epochMs = 946_684_800_000;

/** Tuples of PostgreSQL's binary COPY format, written field by field; a million rows leave no time for strings. */
export class TupleBuffer {
  bytes: Buffer = Buffer.allocUnsafeSlow(chunkSize);
  /** The same bytes: numbers are written through it, which engines turn into single instructions. */
  view = viewOf(this.bytes);
  at = 0;

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.at + count));
    this.bytes.copy(grown, 0, 0, this.at);
    this.bytes = grown;
    this.view = viewOf(grown);
  }

  /** What was written so far, given away; the buffer begins anew. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.at);
    this.bytes = Buffer.allocUnsafeSlow(Math.max(chunkSize, Math.ceil(this.at * 1.1)));
    this.view = viewOf(this.bytes);
    this.at = 0;
    return taken;
  }

  fieldCount(count: number): void {
    this.reserve(2);
    this.view.setInt16(this.at, count);
    this.at += 2;
  }

  nothing(): void {
    this.reserve(4);
    this.view.setInt32(this.at, -1);
    this.at += 4;
  }

  int4(value: number): void {
    this.reserve(8);
    this.view.setInt32(this.at, 4);
    this.view.setInt32(this.at + 4, value);
    this.at += 8;
  }

  /** Any safe integer. */
  int8(value: number): void {
    this.reserve(12);
    const high = Math.floor(value / 0x1_0000_0000);
    this.eight(high, value - high * 0x1_0000_0000);
  }

  float8(value: number): void {
    this.reserve(12);
    this.view.setInt32(this.at, 8);
    this.view.setFloat64(this.at + 4, value);
    this.at += 12;
  }

  boolean(value: boolean): void {
    this.reserve(5);
    this.view.setInt32(this.at, 1);
    this.bytes[this.at + 4] = value ? 1 : 0;
    this.at += 5;
  }

  /** An instant in milliseconds since 1970, or an open end. */
  timestamp(instant: number): void {
    if (Number.isFinite(instant)) return this.int8((instant - epochMs) * 1000);
    this.reserve(12);
    if (instant > 0) this.eight(0x7fff_ffff, 0xffff_ffff);
    else this.eight(0x8000_0000, 0);
  }

  private eight(high: number, low: number): void {
    const { view, at } = this;
    view.setInt32(at, 8);
    view.setUint32(at + 4, high);
    view.setUint32(at + 8, low);
    this.at = at + 12;
  }

  /** A day, from its first instant in milliseconds since 1970. */
  date(instant: number): void {
    this.int4((instant - epochMs) / 86_400_000);
  }

  text(value: string): void {
    const start = this.begin();
    this.raw(value);
    this.end(start);
  }

  /** JSON text as a `jsonb` value. */
  jsonb(value: string): void {
    const start = this.begin();
    this.reserve(1);
    this.bytes[this.at++] = 1;
    this.raw(value);
    this.end(start);
  }

  blob(value: Uint8Array): void {
    this.reserve(4 + value.length);
    this.view.setInt32(this.at, value.length);
    this.bytes.set(value, this.at + 4);
    this.at += 4 + value.length;
  }

  /** Begins a field of which the length is not known yet; give what this returns to `end`. */
  begin(): number {
    this.reserve(4);
    this.at += 4;
    return this.at;
  }

  end(start: number): void {
    this.view.setInt32(start - 4, this.at - start);
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.at++] = value;
  }

  /** Bytes of another buffer, at most a few hundred. */
  copy(from: Uint8Array, start: number, count: number): void {
    this.reserve(count);
    const { bytes, at } = this;
    for (let i = 0; i < count; i++) bytes[at + i] = from[start + i]!;
    this.at = at + count;
  }

  /** Bytes that were encoded before, at most a few dozen. */
  literal(value: Uint8Array): void {
    const count = value.length;
    this.reserve(count);
    const { bytes, at } = this;
    for (let i = 0; i < count; i++) bytes[at + i] = value[i]!;
    this.at = at + count;
  }

  /** Text without a length before it, in UTF-8. */
  raw(value: string): void {
    const count = value.length;
    this.reserve(count * 3);
    const { bytes, at } = this;
    if (count > 64) {
      this.at += bytes.write(value, at, 'utf8');
      return;
    }
    for (let i = 0; i < count; i++) {
      const code = value.charCodeAt(i);
      if (code > 0x7f) {
        this.at += bytes.write(value, at, 'utf8');
        return;
      }
      bytes[at + i] = code;
    }
    this.at = at + count;
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
