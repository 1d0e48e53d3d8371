import type { Geometry } from 'geojson';
import type { TupleBuffer } from './bulk-tuples.ts';
import { canonicalJson } from './canonical-json.ts';

const scale = 10_000_000;
const longestNumber = 27;
const quote = 0x22;
const comma = 0x2c;
const opening = 0x5b;
const closing = 0x5d;

/** A geometry in canonical JSON (RFC 8785), as `canonicalJson` spells it; foreign members are left out. */
export function writeGeometry(to: TupleBuffer, geometry: Geometry | null): void {
  if (geometry === null) return to.raw('null');
  if (geometry.type === 'GeometryCollection') {
    to.raw('{"geometries":[');
    for (const [index, member] of geometry.geometries.entries()) {
      if (index > 0) to.raw(',');
      writeGeometry(to, member);
    }
    return to.raw('],"type":"GeometryCollection"}');
  }
  to.raw('{"coordinates":');
  writeCoordinates(to, geometry.coordinates);
  to.raw(',"type":"');
  to.raw(geometry.type);
  to.raw('"}');
}

type Nested = readonly number[] | readonly Nested[];

function writeCoordinates(to: TupleBuffer, level: Nested): void {
  const count = level.length;
  to.reserve(2 + count * longestNumber);
  to.bytes[to.at++] = opening;
  if (typeof level[0] === 'number') writePosition(to, level as readonly number[]);
  else {
    for (let i = 0; i < count; i++) {
      if (i > 0) {
        to.reserve(1);
        to.bytes[to.at++] = comma;
      }
      writeCoordinates(to, level[i] as Nested);
    }
  }
  to.reserve(1);
  to.bytes[to.at++] = closing;
}

function writePosition(to: TupleBuffer, position: readonly number[]): void {
  const { bytes } = to;
  let at = to.at;
  for (let i = 0; i < position.length; i++) {
    if (i > 0) bytes[at++] = comma;
    at = putNumber(bytes, at, position[i]!);
  }
  to.at = at;
}

/** A number as ECMAScript spells it. */
export function writeNumber(to: TupleBuffer, value: number): void {
  to.reserve(longestNumber);
  to.at = putNumber(to.bytes, to.at, value);
}

/**
 * Decimals of at most seven places are written digit by digit: two decimals of fifteen digits or fewer are never the
 * same double, so those digits are the shortest that name it, which is what ECMAScript spells.
 */
function putNumber(bytes: Buffer, start: number, value: number): number {
  if (!(value < 214 && value > -214)) return putText(bytes, start, value);
  const product = value * scale;
  let rest = (product < 0 ? product - 0.5 : product + 0.5) | 0;
  if (rest / scale !== value || (rest < 10 && rest > -10)) return putText(bytes, start, value);
  let at = start;
  if (rest < 0) {
    bytes[at++] = 0x2d;
    rest = -rest;
  }
  const whole = (rest / scale) | 0;
  let fraction = (rest - Math.imul(whole, scale)) | 0;
  if (whole > 99) bytes[at++] = 48 + ((whole / 100) | 0);
  if (whole > 9) bytes[at++] = 48 + (((whole / 10) | 0) % 10);
  bytes[at++] = 48 + (whole % 10);
  if (fraction === 0) return at;
  bytes[at] = 0x2e;
  let end = at + 7;
  let tenth = (fraction / 10) | 0;
  while (fraction === Math.imul(tenth, 10)) {
    fraction = tenth;
    tenth = (fraction / 10) | 0;
    end--;
  }
  const stop = end + 1;
  while (end > at) {
    bytes[end--] = 48 + ((fraction - Math.imul(tenth, 10)) | 0);
    fraction = tenth;
    tenth = (fraction / 10) | 0;
  }
  return stop;
}

function putText(bytes: Buffer, at: number, value: number): number {
  if (value === 0) {
    bytes[at] = 48;
    return at + 1;
  }
  return at + bytes.write(Number.isFinite(value) ? String(value) : canonicalJson(value), at, 'latin1');
}

/** A string in quotes, escaped as ECMAScript escapes it. */
export function writeString(to: TupleBuffer, value: string): void {
  const count = value.length;
  to.reserve(count + 2);
  const { bytes, at } = to;
  bytes[at] = quote;
  for (let i = 0; i < count; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === quote || code === 0x5c) return to.raw(canonicalJson(value));
    bytes[at + 1 + i] = code;
  }
  bytes[at + 1 + count] = quote;
  to.at = at + count + 2;
}

/** Any JSON value in canonical form. */
export function writeValue(to: TupleBuffer, value: unknown): void {
  if (typeof value === 'string') writeString(to, value);
  else if (typeof value === 'number') writeNumber(to, value);
  else if (typeof value === 'boolean') to.raw(value ? 'true' : 'false');
  else to.raw(canonicalJson(value));
}
