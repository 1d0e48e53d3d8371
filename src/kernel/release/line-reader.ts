const newline = 0x0a;

/** Lines of a stream of bytes, split at line feeds alone: JSON may hold other characters that some call ends of lines. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      const last = bytes.subarray(start, end);
      yield (held.length === 0 ? last : Buffer.concat([...held, last])).toString('utf8');
      held = [];
      start = end + 1;
    }
    if (start < bytes.length) held.push(Buffer.from(bytes.subarray(start)));
  }
  if (held.length > 0) yield Buffer.concat(held).toString('utf8');
}
