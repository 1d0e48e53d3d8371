/** Whole numbers as Protocol Buffers write them, seven bits a byte and the least first: set and read in place, for the loops that millions pass. */

/** Sets a number of 32 bits; returns the index after it. There is room for five bytes. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value >>> 0;
  while (rest > 0x7f) {
    bytes[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

/** The number that a varint of at most four bytes stands for. */
export function varintAt(bytes: Uint8Array, at: number): number {
  let value = bytes[at]!;
  for (let shift = 7; value >>> shift !== 0; shift += 7) value += (bytes[++at]! - 1) << shift;
  return value;
}

/** Bytes that a number of 32 bits takes. */
export function varintLength(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;
}

/**
 * Sets the length of what stands after `place`, for which one byte was left free, up to `end`; returns the new end. What is
 * longer than a byte can tell moves on, and there is room for that.
 */
export function setLength(bytes: Uint8Array, place: number, end: number): number {
  const length = end - place - 1;
  if (length < 0x80) {
    bytes[place] = length;
    return end;
  }
  const more = varintLength(length) - 1;
  bytes.copyWithin(place + 1 + more, place + 1, end);
  putVarint(bytes, place, length);
  return end + more;
}
