import { crsDefinition } from '../../geo/crs-definition.ts';
import type { Field } from '../../register/declaration.ts';
import { idColumn } from '../id-column.ts';
import type { SinkLayer } from '../sink.ts';
import { columnTypes, type FlatGeobufColumn, geometryKinds } from './header.ts';

/** A value of a table: a number of so many bytes, or something that an offset points to. */
type Slot = { readonly bytes: 1 | 2 | 4 | 8; readonly value: number } | string | readonly Table[] | Table;
/** Fields of a FlatBuffers table by their index. */
interface Table {
  readonly [index: number]: Slot | undefined;
}

const types: Readonly<Record<Field['type'], number>> = {
  string: columnTypes.string,
  integer: columnTypes.long,
  number: columnTypes.double,
  boolean: columnTypes.bool,
  date: columnTypes.dateTime,
  timestamp: columnTypes.dateTime,
  localized: columnTypes.json,
  array: columnTypes.json,
  object: columnTypes.json,
};

/** Columns of a layer, the id first. */
export function columnsOf(layer: SinkLayer): FlatGeobufColumn[] {
  const id: FlatGeobufColumn = {
    name: idColumn(layer.fields),
    type: 'string',
    columnType: columnTypes.string,
  };
  return [
    id,
    ...layer.fields.map(({ name, type, items }) => ({
      name,
      type,
      ...(items ? { items } : {}),
      columnType: types[type],
    })),
  ];
}

/** Magic bytes and header without index; `count` is 0 where it is not known. */
export function headerBytes(
  layer: SinkLayer,
  columns: readonly FlatGeobufColumn[],
  epsg: number,
  count: number,
  hasZ: boolean,
): Uint8Array {
  const definition = crsDefinition(epsg);
  const crs: Table = {
    0: 'EPSG',
    1: { bytes: 4, value: epsg },
    ...(definition ? { 2: definition.name, 4: definition.wkt } : {}),
  };
  const kind = geometryKinds.indexOf(layer.geometry ?? 'Geometry');
  const table = tableBytes({
    0: layer.id,
    2: { bytes: 1, value: isSingleKind(layer) ? Math.max(0, kind) : 0 },
    3: { bytes: 1, value: hasZ ? 1 : 0 },
    7: columns.map(columnTable),
    8: { bytes: 8, value: count },
    9: { bytes: 2, value: 0 },
    10: crs,
    ...(layer.title ? { 11: layer.title } : {}),
  });
  // With the size before it the header fills whole eights, so that features begin where doubles may stand.
  const size = Math.ceil((table.length + 4) / 8) * 8 - 4;
  const bytes = Buffer.alloc(12 + size);
  bytes.set([0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00]);
  bytes.writeUInt32LE(size, 8);
  bytes.set(table, 12);
  return bytes;
}

/** A register of MultiPolygons may hold Polygons: only kinds without such a twin are stated for all features. */
function isSingleKind({ geometry }: SinkLayer): boolean {
  return geometry === 'Point' || geometry === 'LineString' || geometry === 'Polygon';
}

function columnTable({ name, type, items, columnType }: FlatGeobufColumn): Table {
  const isOwnType = type === 'date' || columnType === columnTypes.json;
  return {
    0: name,
    1: { bytes: 1, value: columnType },
    ...(isOwnType ? { 10: JSON.stringify(items ? { type, items } : { type }) } : {}),
  };
}

/** A buffer with its root offset and the table, everything an offset points to behind it. */
function tableBytes(root: Table): Buffer {
  const chunks: number[] = [0, 0, 0, 0];
  const set32 = (at: number, value: number) => {
    for (let i = 0; i < 4; i++) chunks[at + i] = (value >>> (8 * i)) & 255;
  };
  const align = (size: number) => {
    while (chunks.length % size !== 0) chunks.push(0);
  };
  const text = (value: string) => {
    align(4);
    const at = chunks.length;
    const bytes = Buffer.from(value);
    chunks.push(0, 0, 0, 0, ...bytes, 0);
    set32(at, bytes.length);
    return at;
  };
  const vector = (tables: readonly Table[]) => {
    align(4);
    const at = chunks.length;
    chunks.push(...new Array<number>(4 + 4 * tables.length).fill(0));
    set32(at, tables.length);
    for (const [i, member] of tables.entries()) set32(at + 4 + 4 * i, table(member) - (at + 4 + 4 * i));
    return at;
  };
  const table = (fields: Table): number => {
    align(8);
    const slots = Object.keys(fields)
      .map(Number)
      .filter((slot) => fields[slot] !== undefined);
    const vtableSize = 4 + 2 * (Math.max(...slots) + 1);
    const vtable = chunks.length;
    const at = Math.ceil((vtable + vtableSize + 4) / 8) * 8 - 4;
    const size = 8 + slots.length * 8;
    chunks.push(...new Array<number>(at + size - vtable).fill(0));
    const set16 = (place: number, value: number) => {
      chunks[place] = value & 255;
      chunks[place + 1] = value >> 8;
    };
    set16(vtable, vtableSize);
    set16(vtable + 2, size);
    set32(at, at - vtable);
    for (const [i, slot] of slots.entries()) {
      const place = at + 8 + 8 * i;
      const value = fields[slot]!;
      set16(vtable + 4 + 2 * slot, place - at);
      if (typeof value === 'string') set32(place, text(value) - place);
      else if (Array.isArray(value)) set32(place, vector(value) - place);
      else if ('bytes' in value)
        for (let k = 0; k < 4; k++)
          chunks[place + k] = ((value as { value: number }).value >>> (8 * k)) & 255;
      else set32(place, table(value as Table) - place);
    }
    return at;
  };
  set32(0, table(root));
  return Buffer.from(chunks);
}
