/** Cuts chunks of bytes into lines that may cross from one chunk to the next. */
export class LineSplitter {
  #held: Buffer = Buffer.alloc(0);

  /** Complete lines of what was held and what came. */
  *lines(chunk: Uint8Array): Generator<string> {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const all = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    let start = 0;
    for (let cut = all.indexOf(10); cut >= 0; cut = all.indexOf(10, start)) {
      if (cut > start) yield all.toString('utf8', start, cut);
      start = cut + 1;
    }
    this.#held = all.subarray(start);
  }
}
