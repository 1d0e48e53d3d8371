import type { GeometryKind } from '../../register/declaration.ts';
import type { SourceCrs, SourceField } from '../source.ts';
import { FlatBuffer } from './flatbuffer.ts';

/** Column types of FlatGeobuf 3, by their numbers in the schema. */
export const columnTypes = {
  byte: 0,
  ubyte: 1,
  bool: 2,
  short: 3,
  ushort: 4,
  int: 5,
  uint: 6,
  long: 7,
  ulong: 8,
  float: 9,
  double: 10,
  string: 11,
  json: 12,
  dateTime: 13,
  binary: 14,
} as const;

/** Geometry type numbers of the schema; those beyond simple features are read as what they consist of. */
export const geometryKinds: readonly (GeometryKind | undefined)[] = [
  'Geometry',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
];

export interface FlatGeobufColumn extends SourceField {
  readonly columnType: number;
}

export interface FlatGeobufHeader {
  readonly name: string;
  readonly geometryType: number;
  readonly columns: readonly FlatGeobufColumn[];
  readonly featuresCount: number;
  /** Bytes of the spatial index between header and features. */
  readonly indexSize: number;
  readonly crs: SourceCrs | undefined;
}

/** Header table from its bytes (without the size before them). */
export function readHeader(bytes: Buffer): FlatGeobufHeader {
  const buffer = new FlatBuffer(bytes);
  const table = buffer.follow(0);
  const countAt = buffer.field(table, 8);
  const featuresCount = countAt === 0 ? 0 : Number(buffer.view.getBigUint64(countAt, true));
  const nodeAt = buffer.field(table, 9);
  const nodeSize = nodeAt === 0 ? 16 : buffer.view.getUint16(nodeAt, true);
  return {
    name: buffer.text(table, 0) ?? '',
    geometryType: buffer.byte(table, 2, 0),
    columns: readColumns(buffer, table),
    featuresCount,
    indexSize: nodeSize === 0 || featuresCount === 0 ? 0 : indexSize(featuresCount, nodeSize),
    crs: readCrs(buffer, buffer.child(table, 10)),
  };
}

/** Size in bytes of the packed Hilbert R-tree: 40 bytes for each node of each level. */
export function indexSize(count: number, nodeSize: number): number {
  let level = count;
  let nodes = count;
  do {
    level = Math.ceil(level / nodeSize);
    nodes += level;
  } while (level > 1);
  return nodes * 40;
}

function readColumns(buffer: FlatBuffer, table: number): FlatGeobufColumn[] {
  const vector = buffer.child(table, 7);
  if (vector === 0) return [];
  const columns: FlatGeobufColumn[] = [];
  for (let i = 0; i < buffer.uint32(vector); i++) {
    const column = buffer.follow(vector + 4 + 4 * i);
    const columnType = buffer.byte(column, 1, 0);
    columns.push({
      name: buffer.text(column, 0) ?? `column${i + 1}`,
      columnType,
      ...(declaredType(buffer.text(column, 10)) ?? { type: typeOf(columnType) }),
    });
  }
  return columns;
}

function typeOf(columnType: number): SourceField['type'] {
  if (columnType === columnTypes.bool) return 'boolean';
  if (columnType <= columnTypes.ulong) return 'integer';
  if (columnType <= columnTypes.double) return 'number';
  if (columnType === columnTypes.json) return 'object';
  return columnType === columnTypes.dateTime ? 'timestamp' : 'string';
}

/** Our own files say in a column's metadata what FlatGeobuf has no type for: `{"type":"date"}`. */
function declaredType(metadata: string | undefined): Pick<SourceField, 'type' | 'items'> | undefined {
  if (!metadata?.startsWith('{"type":"')) return undefined;
  try {
    const { type, items } = JSON.parse(metadata) as {
      type: SourceField['type'];
      items?: SourceField['items'];
    };
    return items ? { type, items } : { type };
  } catch {
    return undefined;
  }
}

function readCrs(buffer: FlatBuffer, table: number): SourceCrs | undefined {
  if (table === 0) return undefined;
  const code = buffer.int32(table, 1, 0);
  const organisation = buffer.text(table, 0)?.toUpperCase() ?? 'EPSG';
  const wkt = buffer.text(table, 4);
  const isCrs84 = organisation === 'OGC' && /CRS84/i.test(buffer.text(table, 5) ?? '');
  const epsg = isCrs84 ? 4326 : organisation === 'EPSG' && code > 0 ? code : undefined;
  if (epsg === undefined && !wkt) return undefined;
  return { ...(epsg === undefined ? {} : { epsg }), ...(wkt ? { wkt } : {}) };
}
