import type { Field } from '../register/declaration.ts';
import { columnKinds, noDay } from './column.ts';
import { NumberSpool } from './number-spool.ts';
import type { ColumnHead } from './snapshot-head.ts';
import type { TupleReader } from './tuple-reader.ts';

const mostCodes = 65_535;
const hyphen = 0x2d;
/** From 1 March of the year 0. */
const daysTo1970 = 719_468;

/** Takes the values of one property, row by row; gives up where it cannot hold one of them exactly. */
export class ColumnBuilder {
  readonly numbers: NumberSpool;
  private readonly name: string;
  private readonly kind: ColumnHead['kind'];
  private readonly codes = new Map<string, number>();
  private readonly isInteger: boolean;
  private isGivenUp = false;

  private constructor(field: Field, kind: ColumnHead['kind'], path: string) {
    this.name = field.name;
    this.kind = kind;
    this.isInteger = field.type === 'integer';
    this.numbers = new NumberSpool(path, columnKinds[kind]);
  }

  /** Undefined for fields whose values are no column: texts in several languages, lists, objects, instants. */
  static of(field: Field, path: string): ColumnBuilder | undefined {
    const kind = kinds[field.type];
    return kind && new ColumnBuilder(field, kind, path);
  }

  /** Takes a field of the tuple in hand as the value of a row of the block. */
  set(row: number, tuple: TupleReader, field: number): void {
    if (this.isGivenUp) return;
    const number = tuple.isNull(field) ? this.none() : this.numberOf(tuple, field);
    if (number === undefined) this.giveUp();
    else this.numbers.block[row] = number;
  }

  endBlock(rows: number): void {
    if (!this.isGivenUp) this.numbers.endBlock(rows);
  }

  /** What the file says of the column; undefined where a value did not fit. */
  head(): ColumnHead | undefined {
    if (this.isGivenUp) return undefined;
    const { name, kind } = this;
    return { name, kind, ...(kind === 'coded' ? { values: [...this.codes.keys()] } : {}) };
  }

  private giveUp(): void {
    this.isGivenUp = true;
    this.codes.clear();
    this.numbers.drop();
  }

  private none(): number {
    return this.kind === 'number' ? Number.NaN : this.kind === 'date' ? noDay : 0;
  }

  private numberOf(tuple: TupleReader, field: number): number | undefined {
    switch (this.kind) {
      case 'number': {
        const value = this.isInteger ? tuple.integer(field) : tuple.number(field);
        const isExact = this.isInteger ? Number.isSafeInteger(value) : Number.isFinite(value);
        return isExact ? value : undefined;
      }
      case 'date':
        return dayIn(tuple, field);
      case 'boolean':
        return tuple.boolean(field) ? 2 : 1;
      case 'coded':
        return this.codeOf(tuple.text(field));
    }
  }

  private codeOf(text: string): number | undefined {
    const known = this.codes.get(text);
    if (known !== undefined) return known;
    if (this.codes.size === mostCodes) return undefined;
    this.codes.set(text, this.codes.size + 1);
    return this.codes.size;
  }
}

const kinds: Partial<Record<Field['type'], ColumnHead['kind']>> = {
  string: 'coded',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** As `dayOf`, from the digits of `YYYY-MM-DD`; the database has none but days of the calendar. */
function dayIn({ bytes, starts, ends }: TupleReader, field: number): number | undefined {
  const at = starts[field]!;
  if (ends[field]! - at !== 10 || bytes[at + 4] !== hyphen) return undefined;
  const month = twoDigits(bytes, at + 5);
  // The calendar is counted from March on, so that a leap day is the last of its year.
  const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2) - (month < 3 ? 1 : 0);
  const day = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + twoDigits(bytes, at + 8) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + day - daysTo1970;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  return (bytes[at]! - 0x30) * 10 + bytes[at + 1]! - 0x30;
}
