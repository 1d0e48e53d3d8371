import type { Field } from '../register/declaration.ts';
import type { ArrayKind, ColumnHead } from './snapshot-head.ts';

/** Numbers of the rows of one column: NaN, `noDay` or 0 where there is no value. */
export interface Column extends ColumnHead {
  readonly numbers: Float64Array | Int32Array | Uint16Array | Uint8Array;
}

export const noDay = -(2 ** 31);
const mostCodes = 65_535;
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

/** Takes the values of one property, row by row; gives up where it cannot hold one of them exactly. */
export class ColumnBuilder {
  readonly name: string;
  readonly kind: ColumnHead['kind'];
  private numbers: Float64Array | Int32Array | Uint16Array | Uint8Array;
  private readonly codes = new Map<string, number>();
  private isGivenUp = false;
  private readonly isInteger: boolean;

  private constructor(field: Field, kind: ColumnHead['kind'], rows: number) {
    this.name = field.name;
    this.kind = kind;
    this.isInteger = field.type === 'integer';
    this.numbers = allocate(kind, rows);
  }

  /** Undefined for fields whose values are no column: texts in several languages, lists, objects, instants. */
  static of(field: Field, rows: number): ColumnBuilder | undefined {
    const kind = kinds[field.type];
    return kind && new ColumnBuilder(field, kind, rows);
  }

  set(row: number, value: unknown): void {
    if (this.isGivenUp) return;
    if (row >= this.numbers.length) this.grow(row);
    const number = value === null || value === undefined ? this.none() : this.numberOf(value);
    if (number === undefined) this.isGivenUp = true;
    else this.numbers[row] = number;
  }

  /** The column with its rows in another order; undefined where a value did not fit. */
  finish(order: Uint32Array): Column | undefined {
    if (this.isGivenUp) return undefined;
    const numbers = allocate(this.kind, order.length);
    for (let row = 0; row < order.length; row++) numbers[row] = this.numbers[order[row]!]!;
    const { name, kind } = this;
    return { name, kind, numbers, ...(kind === 'coded' ? { values: [...this.codes.keys()] } : {}) };
  }

  private none(): number {
    return this.kind === 'number' ? Number.NaN : this.kind === 'date' ? noDay : 0;
  }

  private numberOf(value: unknown): number | undefined {
    switch (this.kind) {
      case 'number': {
        const isExact = typeof value === 'number' && (!this.isInteger || Number.isSafeInteger(value));
        return isExact && Number.isFinite(value) ? value : undefined;
      }
      case 'date':
        return typeof value === 'string' ? dayOf(value) : undefined;
      case 'boolean':
        return typeof value === 'boolean' ? (value ? 2 : 1) : undefined;
      case 'coded':
        return typeof value === 'string' ? this.codeOf(value) : undefined;
    }
  }

  private codeOf(text: string): number | undefined {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    if (this.codes.size === mostCodes) return undefined;
    this.codes.set(text, this.codes.size + 1);
    return this.codes.size;
  }

  private grow(row: number): void {
    const grown = allocate(this.kind, Math.max(row + 1, this.numbers.length * 2, 64));
    grown.set(this.numbers);
    this.numbers = grown;
  }
}

const kinds: Partial<Record<Field['type'], ColumnHead['kind']>> = {
  string: 'coded',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

function allocate(kind: ColumnHead['kind'], rows: number) {
  if (kind === 'number') return new Float64Array(rows);
  if (kind === 'date') return new Int32Array(rows);
  return kind === 'coded' ? new Uint16Array(rows) : new Uint8Array(rows);
}
