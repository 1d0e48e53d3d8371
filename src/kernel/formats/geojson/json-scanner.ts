import type { ByteWindow } from '../byte-window.ts';

const quote = 0x22;
const backslash = 0x5c;

/**
 * Finds where a JSON value ends without parsing it, so that a collection of any size passes through one feature at a time.
 * Scanning can stop at the end of the window and go on when more bytes are there: nothing is looked at twice.
 */
export class JsonScanner {
  readonly #window: ByteWindow;

  constructor(window: ByteWindow) {
    this.#window = window;
  }

  /** Next byte that is not white space, not taken; -1 at the end of the file. */
  async peek(): Promise<number> {
    const window = this.#window;
    for (;;) {
      while (window.start < window.end) {
        const byte = window.bytes[window.start]!;
        if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
        window.start++;
      }
      if (!(await window.more())) return -1;
    }
  }

  /** Takes the byte where it is next. */
  async take(byte: number): Promise<boolean> {
    if ((await this.peek()) !== byte) return false;
    this.#window.start++;
    return true;
  }

  /**
   * Length in bytes of the value that begins at the window's start, with all of it in the window; -1 where the file ends
   * inside it. Only brackets and strings are looked at; parsing finds what else is wrong.
   */
  async valueLength(): Promise<number> {
    const window = this.#window;
    let at = 0;
    let depth = 0;
    let inString = false;
    for (;;) {
      const { bytes, start, end } = window;
      let i = start + at;
      while (i < end) {
        const byte = bytes[i]!;
        if (inString) {
          if (byte === backslash) {
            if (i + 1 >= end) break;
            i += 2;
            continue;
          }
          if (byte === quote) {
            inString = false;
            if (depth === 0) return i + 1 - start;
          }
        } else if (byte === quote) {
          inString = true;
        } else if (byte === 0x7b || byte === 0x5b) {
          depth++;
        } else if (byte === 0x7d || byte === 0x5d) {
          if (depth === 0) return i - start;
          if (--depth === 0) return i + 1 - start;
        } else if (depth === 0 && (byte === 0x2c || byte <= 0x20)) {
          return i - start;
        }
        i++;
      }
      at = i - start;
      if (!(await window.more())) return -1;
    }
  }
}
