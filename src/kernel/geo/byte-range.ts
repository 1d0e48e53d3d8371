const empty = new Uint8Array();

/** A stretch of bytes of somebody else's memory, moved from place to place so that a million of them cost no objects. */
export class ByteRange {
  bytes: Uint8Array = empty;
  /** Of the same memory as `bytes`. */
  view: DataView = new DataView(empty.buffer);
  /** Index in `bytes` of the first byte, and after the last. */
  start = 0;
  end = 0;

  /** All of an array. */
  static of(bytes: Uint8Array): ByteRange {
    const range = new ByteRange();
    range.bytes = bytes;
    range.view = viewOf(bytes);
    range.end = bytes.length;
    return range;
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
