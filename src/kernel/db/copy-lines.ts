const newline = 10;

/** Gathers chunks of COPY text into pieces of about `size` bytes that each end with a whole line. */
export async function* wholeLines(
  chunks: AsyncIterable<string | Uint8Array>,
  size = 4 * 1024 * 1024,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    parts.push(bytes);
    held += bytes.length;
    if (held < size) continue;
    const all = Buffer.concat(parts);
    const end = all.lastIndexOf(newline) + 1;
    if (end === 0) continue;
    yield all.subarray(0, end);
    parts = [all.subarray(end)];
    held = all.length - end;
  }
  if (held > 0) yield Buffer.concat(parts);
}
