import type { ArrayKind, ColumnHead } from './snapshot-head.ts';

/** Numbers of the rows of one column: NaN, `noDay` or 0 where there is no value. */
export interface Column extends ColumnHead {
  readonly numbers: Float64Array | Int32Array | Uint16Array | Uint8Array;
}

export const noDay = -(2 ** 31);
const dayMs = 86_400_000;

export const columnKinds: Readonly<Record<ColumnHead['kind'], ArrayKind>> = {
  number: 'f64',
  date: 'i32',
  boolean: 'u8',
  coded: 'u16',
};

/** Days since 1970 of a calendar date of the years 1 to 9999; undefined for anything else. */
export function dayOf(date: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  return Number.isInteger(day) ? day : undefined;
}

/** The value of a row as GeoJSON has it; null where there is none. */
export function columnValue(column: Column, row: number): string | number | boolean | null {
  const number = column.numbers[row]!;
  switch (column.kind) {
    case 'number':
      return Number.isNaN(number) ? null : number;
    case 'date':
      return number === noDay ? null : new Date(number * dayMs).toISOString().slice(0, 10);
    case 'boolean':
      return number === 0 ? null : number === 2;
    case 'coded':
      return number === 0 ? null : column.values![number - 1]!;
  }
}
