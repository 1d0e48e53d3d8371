import { columnOf, quote, stillKnown, systemColumns as system } from '../register/columns.ts';
import type { Field } from '../register/declaration.ts';
import type { Register } from '../register/register.ts';
import { writeGeometry, writeValue } from './bulk-json.ts';
import { TupleBuffer } from './bulk-tuples.ts';
import { encodeWkbInto } from './bulk-wkb.ts';
import type { Body, Position } from './entry.ts';
import { parseInstant } from './instant.ts';
import type { Stretch } from './timeline.ts';

/** Columns of a register's table in the order of a bulk load: those that hold positions come first. */
export function bulkRowColumns(register: Register): string {
  const { entry, born, knownFrom, record, validFrom, validTo, knownTo, geometry } = system;
  const columns = [entry, born, knownFrom, record, validFrom, validTo, knownTo, geometry];
  return [...columns, ...register.fields.map((field) => quote(columnOf(field.name)))].join(', ');
}

interface KeyBytes {
  readonly name: string;
  readonly key: Uint8Array;
  readonly laterKey: Uint8Array;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const geometryKey = bytesOf('{"geometry":');
const propertiesKey = bytesOf(',"properties":{');

type FieldWriter = (to: TupleBuffer, value: never) => void;

/**
 * Writes new records as tuples of the log and of their register's table, both at once, without the strings and objects
 * that one record at a time would cost. Gives the same bytes in the log as `bodyText` does.
 */
export class BulkEncoder {
  readonly entries = new TupleBuffer();
  readonly rows = new TupleBuffer();
  /** Position of the next entry. */
  position: Position;
  private readonly registerNumber: number;
  private readonly fields: readonly { readonly name: string; readonly write: FieldWriter }[];
  private readonly sorted: readonly KeyBytes[];

  constructor(register: Register, registerNumber: number, position: Position) {
    this.registerNumber = registerNumber;
    this.position = position;
    this.fields = register.fields.map((field) => ({ name: field.name, write: fieldWriter(field) }));
    this.sorted = register.fields
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        name,
        key: bytesOf(`${JSON.stringify(name)}:`),
        laterKey: bytesOf(`,${JSON.stringify(name)}:`),
      }));
  }

  /** Appends one new record; the body is in stored form (`checkRecord`). */
  add(record: string, stretch: Stretch, body: Body): void {
    this.addEntry(record, stretch, body);
    this.addRow(record, stretch, body);
    this.position++;
  }

  private addEntry(record: string, stretch: Stretch, body: Body): void {
    const to = this.entries;
    to.fieldCount(6);
    to.int8(this.position);
    to.int4(this.registerNumber);
    to.text(record);
    to.timestamp(stretch.from);
    to.timestamp(stretch.to);
    const start = to.begin();
    to.literal(geometryKey);
    writeGeometry(to, body.geometry);
    to.literal(propertiesKey);
    let isFirst = true;
    for (const { name, key, laterKey } of this.sorted) {
      const value = body.properties[name];
      if (value === null || value === undefined) continue;
      to.literal(isFirst ? key : laterKey);
      isFirst = false;
      writeValue(to, value);
    }
    to.raw('}}');
    to.end(start);
  }

  private addRow(record: string, stretch: Stretch, body: Body): void {
    const to = this.rows;
    to.fieldCount(8 + this.fields.length);
    to.int8(this.position);
    to.int8(this.position);
    to.int8(this.position);
    to.text(record);
    to.timestamp(stretch.from);
    to.timestamp(stretch.to);
    to.int8(stillKnown);
    if (body.geometry === null) to.nothing();
    else encodeWkbInto(to, body.geometry);
    for (const { name, write } of this.fields) {
      const value = body.properties[name];
      if (value === null || value === undefined) to.nothing();
      else write(to, value as never);
    }
  }
}

function fieldWriter({ type }: Field): FieldWriter {
  switch (type) {
    case 'string':
      return (to, value: string) => to.text(value);
    case 'integer':
      return (to, value: number) => to.int8(value);
    case 'number':
      return (to, value: number) => to.float8(value);
    case 'boolean':
      return (to, value: boolean) => to.boolean(value);
    case 'date': {
      const instantOf = rememberedInstants();
      return (to, value: string) => to.date(instantOf(value));
    }
    case 'timestamp': {
      const instantOf = rememberedInstants();
      return (to, value: string) => to.timestamp(instantOf(value));
    }
    default:
      return (to, value: unknown) => to.jsonb(JSON.stringify(value));
  }
}

/** Days repeat: most of a register's dates are among a few thousand. */
function rememberedInstants(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size > 20_000) known.clear();
    const instant = parseInstant(text)!;
    known.set(text, instant);
    return instant;
  };
}
