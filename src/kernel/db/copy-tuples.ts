/** What PostgreSQL's binary COPY format wants before the tuples of a file, and after them. */
const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const trailer = Buffer.from([0xff, 0xff]);

/** Tuples as one binary COPY file, passed on as they come. */
export async function* asCopyFile(tuples: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield header;
  yield* tuples;
  yield trailer;
}

/** Tuples as several binary COPY files of about `size` bytes, for an engine that takes no stream. */
export async function* asCopyFiles(
  tuples: AsyncIterable<Uint8Array>,
  size = 4 * 1024 * 1024,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const part of tuples) {
    parts.push(part);
    held += part.length;
    if (held < size) continue;
    yield Buffer.concat([header, ...parts, trailer]);
    parts = [];
    held = 0;
  }
  if (held > 0) yield Buffer.concat([header, ...parts, trailer]);
}
