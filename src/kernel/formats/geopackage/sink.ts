import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Statement } from 'node-sqlite3-wasm';
import { type Bbox, bboxOf, bboxUnion } from '../../geo/bbox.ts';
import { isEmptyGeometry } from '../../geo/geometry-structure.ts';
import type { Field } from '../../register/declaration.ts';
import type { Sink, SinkOptions, SinkRecord } from '../sink.ts';
import { spooledSink } from '../spool.ts';
import { encodeGeoPackageGeometry } from './geometry.ts';
import { createTables } from './schema.ts';
import { settleHeader } from './settled-header.ts';
import { SpatialIndex } from './spatial-index.ts';
import type { Database } from './sqlite-file.ts';

type Value = string | number | Uint8Array | null;

/** GeoPackage written by SQLite into a temporary file, in one transaction; types and ids come back as they were. */
export function geoPackageSink({ layer, epsg = 4326, changedAt }: SinkOptions): Sink {
  let database: Database | undefined;
  let insert: Statement | undefined;
  let extent: Bbox | undefined;
  let geometryColumn: string | undefined;
  let fid = 0;
  const hasGeometry = layer.geometry !== null;
  // The files of releases are compared byte by byte with what earlier programs made of the same records.
  const index = hasGeometry && changedAt === undefined ? new SpatialIndex() : undefined;

  function open(folder: string): Statement {
    if (insert) return insert;
    const driver = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm');
    database = new driver.Database(join(folder, 'file.gpkg'));
    database.exec('PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
    const created = createTables(database, layer, epsg, changedAt);
    geometryColumn = created.geometryColumn;
    return (insert = database.prepare(created.insert));
  }

  function values({ id, geometry, properties }: SinkRecord): Value[] {
    const row: Value[] = [];
    fid++;
    if (hasGeometry) {
      row.push(geometry ? encodeGeoPackageGeometry(geometry, epsg, isEmptyGeometry(geometry)) : null);
      const box = geometry ? bboxOf(geometry) : undefined;
      if (box) {
        extent = bboxUnion(extent, box);
        index?.add(fid, box);
      }
    }
    row.push(id);
    for (const { name, type } of layer.fields) row.push(stored(properties[name], type));
    return row;
  }

  return spooledSink('gpkg', {
    write(folder, records) {
      const statement = open(folder);
      for (const record of records) statement.run(values(record));
    },
    async finish(folder) {
      open(folder);
      if (extent) {
        database!.run(
          'UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?',
          [...extent, layer.id],
        );
      }
      insert!.finalize();
      index?.write(database!, layer.id, geometryColumn!);
      database!.exec('COMMIT');
      database!.close();
      if (changedAt !== undefined) await settleHeader(join(folder, 'file.gpkg'));
      return 'file.gpkg';
    },
    release() {
      if (!database?.isOpen) return;
      if (insert && !insert.isFinalized) insert.finalize();
      database.close();
    },
  });
}

function stored(value: unknown, type: Field['type']): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return JSON.stringify(value);
  return type === 'timestamp' ? utc(String(value)) : String(value);
}

/** GeoPackage knows only UTC: other offsets are turned into it. */
function utc(text: string): string {
  if (text.endsWith('Z')) return text;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time.toISOString().replace('.000Z', 'Z');
}
