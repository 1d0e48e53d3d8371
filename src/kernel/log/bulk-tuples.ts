const chunkSize = 1 << 20;
/** Milliseconds between the epochs of JavaScript (1970) and of PostgreSQL (2000). */
const epochMs = 946_684_800_000;

/** Tuples of PostgreSQL's binary COPY format, written field by field; a million rows leave no time for strings. */
export class TupleBuffer {
  bytes: Buffer = Buffer.allocUnsafeSlow(chunkSize);
  at = 0;

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.at + count));
    this.bytes.copy(grown, 0, 0, this.at);
    this.bytes = grown;
  }

  /** What was written so far, given away; the buffer begins anew. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.at);
    this.bytes = Buffer.allocUnsafeSlow(Math.max(chunkSize, Math.ceil(this.at * 1.1)));
    this.at = 0;
    return taken;
  }

  fieldCount(count: number): void {
    this.reserve(2);
    this.at = this.bytes.writeInt16BE(count, this.at);
  }

  nothing(): void {
    this.reserve(4);
    this.at = put32(this.bytes, this.at, -1);
  }

  int4(value: number): void {
    this.reserve(8);
    this.at = put32(this.bytes, put32(this.bytes, this.at, 4), value);
  }

  /** Any safe integer. */
  int8(value: number): void {
    this.reserve(12);
    const high = Math.floor(value / 0x1_0000_0000);
    this.eight(high, value - high * 0x1_0000_0000);
  }

  float8(value: number): void {
    this.reserve(12);
    this.at = this.bytes.writeDoubleBE(value, this.bytes.writeInt32BE(8, this.at));
  }

  boolean(value: boolean): void {
    this.reserve(5);
    this.bytes.writeInt32BE(1, this.at);
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
    const { bytes } = this;
    this.at = put32(bytes, put32(bytes, put32(bytes, this.at, 8), high), low);
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
    this.bytes.writeInt32BE(value.length, this.at);
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
    put32(this.bytes, start - 4, this.at - start);
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

/** Big-endian, because that is what the wire takes; Buffer's own methods check more than a hot loop can pay for. */
function put32(bytes: Uint8Array, at: number, value: number): number {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
  return at + 4;
}
