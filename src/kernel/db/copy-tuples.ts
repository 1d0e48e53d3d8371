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

const headerBytes = header.length;

/**
 * The tuples of a binary COPY file that comes in pieces cut anywhere: chunks of whole tuples, without header and trailer.
 * @throws {RangeError} for a file that ends too early
 */
export async function* wholeTuples(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  let hasBegun = false;
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? asBuffer(piece) : Buffer.concat([rest, piece]);
    if (!hasBegun && bytes.length < headerBytes) {
      rest = bytes;
      continue;
    }
    const start = hasBegun ? 0 : headerBytes + bytes.readUInt32BE(headerBytes - 4);
    hasBegun = true;
    const end = endOfTuples(bytes, start);
    if (end > start) yield bytes.subarray(start, end);
    rest = bytes.subarray(end);
  }
  if (!rest.equals(trailer)) throw new RangeError('a binary COPY file ended too early');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the last tuple ends that is there as a whole. */
function endOfTuples(bytes: Buffer, start: number): number {
  let end = start;
  for (let at = start; at + 2 <= bytes.length; end = at) {
    const fields = bytes.readInt16BE(at);
    if (fields < 0) return end;
    at += 2;
    for (let field = 0; field < fields; field++) {
      if (at + 4 > bytes.length) return end;
      at += 4 + Math.max(bytes.readInt32BE(at), 0);
    }
    if (at > bytes.length) return end;
  }
  return end;
}
