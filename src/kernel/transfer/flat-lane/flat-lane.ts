import type { FlatBuffer } from '../../formats/flatgeobuf/flatbuffer.ts';
import type { FlatGeobufHeader } from '../../formats/flatgeobuf/header.ts';
import { idColumnIn } from '../../formats/id-column.ts';
import { projector } from '../../geo/crs-projector.ts';
import type { BulkEncoder } from '../../log/bulk-encoder.ts';
import { writeNumber, writeString } from '../../log/bulk-json.ts';
import type { TupleBuffer } from '../../log/bulk-tuples.ts';
import { parseInstant } from '../../log/instant.ts';
import { always } from '../../log/stretch.ts';
import { stillKnown } from '../../register/columns.ts';
import type { IdSet } from '../id-set.ts';
import type { PrepareInput } from '../prepare-input.ts';
import { kindsOf } from '../quick-check.ts';
import { FlatShape } from './flat-shape.ts';
import { FlatValues, type LaneKind, laneKindOf } from './flat-values.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const geometryKey = bytesOf('{"geometry":');
const propertiesKey = bytesOf(',"properties":{');
const closing = bytesOf('}}');
const [yes, no] = [bytesOf('true'), bytesOf('false')] as const;
const dayMs = 86_400_000;

interface LaneColumn {
  readonly index: number;
  readonly kind: LaneKind;
  readonly key: Uint8Array;
  readonly laterKey: Uint8Array;
}

/**
 * Takes features of a FlatGeobuf file that are certainly right from the bytes of the file to those that the database wants,
 * making no string and no object on the way. It gives what the ordinary way (`RecordPreparer`, `BulkEncoder`) gives, byte
 * for byte, and leaves to that whatever it is not sure of.
 */
export class FlatLane {
  private readonly encoder: BulkEncoder;
  private readonly registerNumber: number;
  private readonly geometryType: number;
  private readonly seen: IdSet;
  private readonly shape: FlatShape;
  private readonly values: FlatValues;
  /** In the order of the table's columns, and in that of the body's members. */
  private readonly columns: readonly LaneColumn[];
  private readonly sorted: readonly LaneColumn[];
  private readonly idColumn: number;

  /** The lane for a file and what is to become of it; undefined where it cannot be taken. */
  static of(
    header: FlatGeobufHeader,
    input: PrepareInput,
    encoder: BulkEncoder,
    seen: IdSet,
  ): FlatLane | undefined {
    const { register, isNew, map, idField, excluded, asBodies, crs } = input;
    if (!isNew || asBodies || idField !== undefined || excluded.size > 0 || Object.keys(map).length > 0)
      return undefined;
    if (register.validTime.kind !== 'always' || register.geometry === null) return undefined;
    const areSame =
      header.columns.length === register.fields.length &&
      register.fields.every(({ name, type }, i) => {
        const column = header.columns[i]!;
        return column.name === name && column.type === type;
      });
    const kinds = header.columns.map(laneKindOf);
    if (!areSame || kinds.includes(undefined) || !projector(crs, 4326).isIdentity) return undefined;
    return new FlatLane(header, kinds as LaneKind[], input, encoder, seen);
  }

  private constructor(
    header: FlatGeobufHeader,
    kinds: readonly LaneKind[],
    { register, registerNumber, limits }: PrepareInput,
    encoder: BulkEncoder,
    seen: IdSet,
  ) {
    this.encoder = encoder;
    this.registerNumber = registerNumber;
    this.geometryType = header.geometryType;
    this.seen = seen;
    this.shape = new FlatShape(kindsOf(register.geometry), limits.maxVertices);
    this.values = new FlatValues(header.columns, kinds);
    const names = header.columns.map(({ name }) => name);
    this.columns = names.map((name, index) => ({
      index,
      kind: kinds[index]!,
      key: bytesOf(`${JSON.stringify(name)}:`),
      laterKey: bytesOf(`,${JSON.stringify(name)}:`),
    }));
    this.sorted = [...names].sort().map((name) => this.columns[names.indexOf(name)]!);
    this.idColumn = names.indexOf(idColumnIn(names) ?? '');
  }

  /** Appends the feature and returns true; false, with nothing done, where somebody has to look closer. */
  add(buffer: FlatBuffer, start: number, row: number): boolean {
    try {
      const table = buffer.follow(start);
      const geometry = buffer.child(table, 0);
      if (geometry === 0 || !this.shape.read(buffer, geometry, this.geometryType)) return false;
      const values = buffer.child(table, 1);
      const first = values === 0 ? 0 : values + 4;
      if (!this.values.read(buffer, first, values === 0 ? 0 : first + buffer.uint32(values))) return false;
    } catch (error) {
      // A place outside of the buffer: the ordinary reader says what is wrong.
      if (error instanceof RangeError) return false;
      throw error;
    }
    const record = this.idOf(buffer, row);
    if (record === undefined || !this.seen.claim(record, row)) return false;
    this.addEntry(buffer, record);
    this.addRow(buffer, record);
    this.encoder.position++;
    return true;
  }

  private idOf(buffer: FlatBuffer, row: number): string | undefined {
    const { idColumn, values } = this;
    if (idColumn < 0 || values.places[idColumn] === 0) return String(row);
    switch (this.columns[idColumn]!.kind) {
      case 'integer':
        return String(values.numbers[idColumn]);
      case 'text': {
        const at = values.places[idColumn]!;
        const length = values.lengths[idColumn]!;
        // A blank or a point in front may make it no id: the ordinary way says so.
        const isPlain = length > 0 && length <= 200 && buffer.bytes[at] !== 0x20 && buffer.bytes[at] !== 0x2e;
        return isPlain ? buffer.bytes.toString('latin1', at, at + length) : undefined;
      }
      default:
        return undefined;
    }
  }

  private addEntry(buffer: FlatBuffer, record: string): void {
    const { values } = this;
    const to = this.encoder.entries;
    to.fieldCount(6);
    to.int8(this.encoder.position);
    to.int4(this.registerNumber);
    to.text(record);
    to.timestamp(always.from);
    to.timestamp(always.to);
    const start = to.begin();
    to.literal(geometryKey);
    this.shape.writeJson(to);
    to.literal(propertiesKey);
    let isFirst = true;
    for (const { index, kind, key, laterKey } of this.sorted) {
      const place = values.places[index]!;
      if (place === 0) continue;
      to.literal(isFirst ? key : laterKey);
      isFirst = false;
      switch (kind) {
        case 'text':
        case 'date':
          to.byte(0x22);
          to.copy(buffer.bytes, place, values.lengths[index]!);
          to.byte(0x22);
          break;
        case 'boolean':
          to.literal(values.numbers[index] === 1 ? yes : no);
          break;
        case 'timestamp':
          writeString(to, values.instants[index]!);
          break;
        default:
          writeNumber(to, values.numbers[index]!);
      }
    }
    to.literal(closing);
    to.end(start);
  }

  private addRow(buffer: FlatBuffer, record: string): void {
    const to = this.encoder.rows;
    const { position } = this.encoder;
    to.fieldCount(8 + this.columns.length);
    to.int8(position);
    to.int8(position);
    to.int8(position);
    to.text(record);
    to.timestamp(always.from);
    to.timestamp(always.to);
    to.int8(stillKnown);
    this.shape.writeWkb(to);
    for (const { index, kind } of this.columns) this.addValue(to, buffer, index, kind);
  }

  private addValue(to: TupleBuffer, buffer: FlatBuffer, index: number, kind: LaneKind): void {
    const { places, lengths, numbers, instants } = this.values;
    const place = places[index]!;
    if (place === 0) return to.nothing();
    switch (kind) {
      case 'text': {
        const start = to.begin();
        to.copy(buffer.bytes, place, lengths[index]!);
        return to.end(start);
      }
      case 'integer':
        return to.int8(numbers[index]!);
      case 'number':
        return to.float8(numbers[index]!);
      case 'boolean':
        return to.boolean(numbers[index] === 1);
      case 'date':
        return to.date(numbers[index]! * dayMs);
      case 'timestamp':
        return to.timestamp(parseInstant(instants[index]!)!);
    }
  }
}
