import { normalDate, normalTimestamp } from '../time-values.ts';
import type { FlatBuffer } from './flatbuffer.ts';
import { columnTypes, type FlatGeobufColumn } from './header.ts';
import { scalarAt, scalarBytes } from './scalar-values.ts';

/** Property values of a feature: pairs of column number and value between two places; what is not there is null. */
export function readProperties(
  buffer: FlatBuffer,
  columns: readonly FlatGeobufColumn[],
  start: number,
  end: number,
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) properties[columns[i]!.name] = null;
  const { view, bytes } = buffer;
  if (end > view.byteLength) throw new RangeError('values end too late');
  let at = start;
  while (at + 2 <= end) {
    const column = columns[view.getUint16(at, true)];
    if (!column) throw new RangeError(`column ${view.getUint16(at, true)}`);
    at += 2;
    const { name, columnType } = column;
    const size = scalarBytes[columnType]!;
    if (size > 0) {
      const value = scalarAt(view, columnType, at);
      properties[name] = columnType === columnTypes.bool ? value !== 0 : value;
      at += size;
      continue;
    }
    const length = view.getUint32(at, true);
    if (at + 4 + length > end) throw new RangeError('text ends too late');
    properties[name] = lengthyValue(column, bytes, at + 4, at + 4 + length);
    at += 4 + length;
  }
  return properties;
}

function lengthyValue(column: FlatGeobufColumn, bytes: Buffer, start: number, end: number): unknown {
  if (column.columnType === columnTypes.binary) return bytes.toString('base64', start, end);
  const text = bytes.toString('utf8', start, end);
  if (column.columnType === columnTypes.dateTime) {
    return column.type === 'date' ? normalDate(text) : normalTimestamp(text);
  }
  if (column.columnType === columnTypes.json) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text;
}
