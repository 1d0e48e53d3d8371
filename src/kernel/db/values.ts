import { arrayText, parseArray } from './array-text.ts';

/** How values cross the seam: one table for both engines, from and to PostgreSQL's text format. */
type Parse = (text: string) => unknown;

const number: Parse = (text) => Number(text);
const integer: Parse = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
/** A decimal of at most 15 digits survives a double; longer ones stay text. */
const numeric: Parse = (text) => (text.replace(/^-?0*\.?0*|\./g, '').length <= 15 ? Number(text) : text);
const json: Parse = (text) => JSON.parse(text);
const bytes: Parse = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
const instant: Parse = (text) => text.replace(' ', 'T').replace(/\+00(?= |$)/, 'Z');

const scalars: Readonly<Record<number, Parse>> = {
  16: (text) => text === 't',
  17: bytes,
  20: integer,
  21: number,
  23: number,
  26: number,
  114: json,
  700: number,
  701: number,
  1114: instant,
  1184: instant,
  1700: numeric,
  3802: json,
};

/** Array types by the type of their members; the members of those that are not named above are text. */
const members: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1003: 19,
  1005: 21,
  1007: 23,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 1082,
  1183: 1083,
  1185: 1184,
  1231: 1700,
  2951: 2950,
  3807: 3802,
};

const text: Parse = (value) => value;

/**
 * Reader of a type's text: int8 and numeric as numbers where exact, else text; jsonb parsed; dates `YYYY-MM-DD`;
 * timestamps RFC 3339 in UTC, or the words `infinity` and `-infinity`; bytea as bytes; the rest text.
 */
export function parserOf(oid: number): Parse {
  const member = members[oid];
  if (member === undefined) return scalars[oid] ?? text;
  const parse = scalars[member] ?? text;
  return (value) => parseArray(value, parse);
}

/**
 * Text of a parameter, whose type the server infers: arrays are PostgreSQL arrays, other objects JSON, bytes bytea,
 * dates timestamps. An array that is meant as JSON is stringified by the caller.
 */
export function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array)
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if (Array.isArray(value)) return arrayText(value, parameterText);
  return JSON.stringify(value);
}
