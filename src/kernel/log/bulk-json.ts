import type { Geometry } from 'geojson';
import type { TupleBuffer } from './bulk-tuples.ts';
import { canonicalJson } from './canonical-json.ts';

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
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
 * Decimals of few places are written digit by digit: two decimals of fifteen digits or fewer are never the same double,
 * so those digits are the shortest that name it, which is what ECMAScript spells.
 */
function putNumber(bytes: Buffer, start: number, value: number): number {
  const whole = value | 0;
  if (whole === value) return putDecimal(bytes, start, whole, 0);
  const size = Math.abs(value);
  const places = size < 214 ? 7 : size < 214_748 ? 4 : 1;
  const scale = powers[places]!;
  const product = value * scale;
  const rest = (product < 0 ? product - 0.5 : product + 0.5) | 0;
  // Below a millionth ECMAScript writes exponents.
  if (rest / scale !== value || (rest < 10 && rest > -10)) return putText(bytes, start, value);
  return putDecimal(bytes, start, rest, places);
}

/** Writes `value` / 10^`places`, without zeros at the end; digits are made from the last to the first. */
function putDecimal(bytes: Buffer, start: number, value: number, places: number): number {
  let at = start;
  let rest = value;
  if (rest < 0) {
    if (rest === -2147483648) return putText(bytes, start, value / powers[places]!);
    bytes[at++] = 0x2d;
    rest = -rest;
  }
  let left = places;
  let tenth = (rest / 10) | 0;
  while (left > 0 && rest === Math.imul(tenth, 10)) {
    rest = tenth;
    tenth = (rest / 10) | 0;
    left--;
  }
  let digits = left + 1;
  while (digits < 10 && rest >= powers[digits]!) digits++;
  const stop = at + digits + (left > 0 ? 1 : 0);
  let end = stop - 1;
  for (let i = 0; i < digits; i++) {
    if (left > 0 && i === left) bytes[end--] = 0x2e;
    tenth = (rest / 10) | 0;
    bytes[end--] = 48 + (rest - Math.imul(tenth, 10));
    rest = tenth;
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
