import type { FlatBuffer } from '../../formats/flatgeobuf/flatbuffer.ts';
import { columnTypes, type FlatGeobufColumn } from '../../formats/flatgeobuf/header.ts';
import { scalarAt, scalarBytes } from '../../formats/flatgeobuf/scalar-values.ts';
import { normalTimestamp } from '../../formats/time-values.ts';
import { isPlainInstant } from '../quick-check.ts';
import { dayNumber } from './day-number.ts';

/** How values of a column are taken; undefined where a feature that has one is left to the ordinary reader. */
export type LaneKind = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp';

export function laneKindOf({ columnType, type }: FlatGeobufColumn): LaneKind | undefined {
  if (columnType === columnTypes.string) return type === 'string' ? 'text' : undefined;
  if (columnType === columnTypes.bool) return type === 'boolean' ? 'boolean' : undefined;
  if (columnType === columnTypes.dateTime) return type === 'date' || type === 'timestamp' ? type : undefined;
  if (columnType <= columnTypes.ulong) return type === 'integer' ? 'integer' : undefined;
  if (columnType <= columnTypes.double) return type === 'number' ? 'number' : undefined;
  return undefined;
}

/**
 * The values of one feature, found but not copied: a place and a length for text, a number for what is one. It is used
 * again for every feature, so nothing is made for a value.
 */
export class FlatValues {
  /** Place of each column's value in the buffer; 0 where the feature has none. */
  readonly places: Int32Array;
  /** Bytes of texts and dates. */
  readonly lengths: Int32Array;
  /** Numbers, booleans as 0 and 1, dates as days since 1970. */
  readonly numbers: Float64Array;
  /** Timestamps, as registers keep them. */
  readonly instants: string[];
  private readonly columns: readonly FlatGeobufColumn[];
  private readonly kinds: readonly LaneKind[];

  constructor(columns: readonly FlatGeobufColumn[], kinds: readonly LaneKind[]) {
    this.columns = columns;
    this.kinds = kinds;
    this.places = new Int32Array(columns.length);
    this.lengths = new Int32Array(columns.length);
    this.numbers = new Float64Array(columns.length);
    this.instants = columns.map(() => '');
  }

  /** Finds the values between two places; false where one is not certainly right and in the form that is stored. */
  read(buffer: FlatBuffer, start: number, end: number): boolean {
    const { places, numbers, columns } = this;
    const { view } = buffer;
    if (end > view.byteLength) return false;
    places.fill(0);
    let at = start;
    while (at + 2 <= end) {
      const index = view.getUint16(at, true);
      if (index >= columns.length) return false;
      at += 2;
      places[index] = at;
      const { columnType } = columns[index]!;
      const size = scalarBytes[columnType]!;
      if (size === 0) {
        const length = view.getUint32(at, true);
        if (at + 4 + length > end || !this.lengthy(buffer, index, at + 4, length)) return false;
        at += 4 + length;
        continue;
      }
      const value = scalarAt(view, columnType, at);
      at += size;
      if (!Number.isFinite(value) || Object.is(value, -0)) return false;
      if (this.kinds[index] === 'integer' && !Number.isSafeInteger(value)) return false;
      numbers[index] = value;
    }
    return true;
  }

  private lengthy(buffer: FlatBuffer, index: number, start: number, length: number): boolean {
    this.places[index] = start;
    this.lengths[index] = length;
    switch (this.kinds[index]) {
      case 'text':
        return isPlain(buffer.bytes, start, start + length);
      case 'date': {
        const day = length === 10 ? dayNumber(buffer.bytes, start) : undefined;
        if (day === undefined) return false;
        this.numbers[index] = day;
        return true;
      }
      case 'timestamp': {
        const text = normalTimestamp(buffer.bytes.toString('latin1', start, start + length));
        this.instants[index] = text;
        return isPlainInstant(text);
      }
      default:
        return false;
    }
  }
}

/** Printable ASCII that JSON writes as it is, without question marks (letters may have been lost there). */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = bytes[i]!;
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c || code === 0x3f) return false;
  }
  return true;
}
