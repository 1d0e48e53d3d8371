/** Below so many bytes a loop is faster than a call out of JavaScript. */
const few = 64;

const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;

/** Decimals up to which a number is written from two integers. */
const decimals = 7;
const scale = 10 ** decimals;
/** Fifteen digits: each decimal of so many has a double of its own, so the one that gives it back is the shortest. */
const mostScaled = 10 ** 15;
/** Below it JavaScript writes an exponent. */
const leastPlain = 1e-6;

/** Bytes that are written from one end to the other, JSON among them, without strings in between: those cost most where millions of values are written. */
export class ByteWriter {
  /** What was written, up to `length`; another one after it had to grow. */
  bytes: Buffer;
  length = 0;

  constructor(size = 1 << 16) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  /** What was written from a byte on; good until the next writing. */
  from(start: number): Buffer {
    return this.bytes.subarray(start, this.length);
  }

  /** Text of ASCII characters only, as it is. */
  ascii(text: string): void {
    this.reserve(text.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Any text, as it is. */
  text(text: string): void {
    this.reserve(text.length * 3);
    this.length += this.bytes.write(text, this.length, 'utf8');
  }

  byte(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Bytes as they are. */
  copy(source: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.reserve(size);
    if (size > few) this.bytes.set(source.subarray(start, end), this.length);
    else
      for (let from = start, at = this.length, { bytes } = this; from < end; ) bytes[at++] = source[from++]!;
    this.length += size;
  }

  /** A whole number from 0 on as Protocol Buffers write it: seven bits a byte, the least first. */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes[this.length++] = (rest % 128) | 128;
    this.bytes[this.length++] = rest;
  }

  /** Eight bytes of a number, the least first. */
  double(value: number): void {
    this.reserve(8);
    this.length = this.bytes.writeDoubleLE(value, this.length);
  }

  /** UTF-8 as a JSON string, as `JSON.stringify` writes it. */
  jsonString(source: Buffer, start: number, end: number): void {
    for (let at = start; at < end; at++) {
      const byte = source[at]!;
      if (byte >= firstPrintable && byte !== quote && byte !== backslash) continue;
      this.text(JSON.stringify(source.toString('utf8', start, end)));
      return;
    }
    this.byte(quote);
    this.copy(source, start, end);
    this.byte(quote);
  }

  /** A number as `JSON.stringify` writes it: the shortest decimal that gives it back, null where it is not finite. */
  jsonNumber(value: number): void {
    this.reserve(32);
    const scaled = Math.round(value * scale);
    const size = Math.abs(scaled);
    const isPlain =
      scaled / scale === value && size < mostScaled && (size >= leastPlain * scale || size === 0);
    if (!isPlain) return this.ascii(Number.isFinite(value) ? String(value) : 'null');
    const whole = Math.trunc(size / scale);
    if (scaled < 0) this.bytes[this.length++] = minus;
    this.digits(whole);
    this.decimals(size - whole * scale);
  }

  /** Makes room for so many bytes more; answers whether `bytes` is another for it. */
  reserve(more: number): boolean {
    if (this.length + more <= this.bytes.length) return false;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
    return true;
  }

  /** A whole number from 0 up to 10^8. */
  private digits(whole: number): void {
    const { bytes } = this;
    let end = this.length + 1;
    for (let rest = whole; rest > 9; rest = (rest / 10) | 0) end++;
    this.length = end;
    for (let rest = whole; end > 0; ) {
      const next = (rest / 10) | 0;
      bytes[--end] = zero + rest - next * 10;
      rest = next;
      if (rest === 0) return;
    }
  }

  /** The decimals of a number, as a whole number of seven digits; zeros at the end are left out. */
  private decimals(fraction: number): void {
    if (fraction === 0) return;
    const { bytes } = this;
    bytes[this.length] = point;
    let last = decimals;
    for (; fraction % 10 === 0; fraction = (fraction / 10) | 0) last--;
    for (let at = this.length + last; at > this.length; at--) {
      const next = (fraction / 10) | 0;
      bytes[at] = zero + fraction - next * 10;
      fraction = next;
    }
    this.length += last + 1;
  }
}
