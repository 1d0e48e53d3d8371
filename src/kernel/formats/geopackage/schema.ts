import { crsDefinition } from '../../geo/crs-definition.ts';
import type { Field } from '../../register/declaration.ts';
import { idColumn } from '../id-column.ts';
import type { SinkLayer } from '../sink.ts';
import { distinctNames } from '../spool.ts';
import { quoted } from './columns.ts';
import type { Database } from './sqlite-file.ts';

const types: Readonly<Record<Field['type'], string>> = {
  string: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'DATETIME',
  localized: 'TEXT',
  array: 'TEXT',
  object: 'TEXT',
};

const core = `
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
  scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
  mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema', 'read-write');
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL), ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);
`;

/** The statement that takes one record: id, geometry (where there is one), fields. */
export interface CreatedTable {
  readonly insert: string;
  readonly geometryColumn: string | undefined;
}

/** Writes the tables of an empty GeoPackage 1.3 with one feature or attribute table. */
export function createTables(
  database: Database,
  layer: SinkLayer,
  epsg: number,
  changedAt = new Date().toISOString(),
): CreatedTable {
  database.exec(core);
  for (const code of new Set([4326, epsg])) {
    const definition = crsDefinition(code);
    database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)', [
      definition?.name ?? `EPSG:${code}`,
      code,
      'EPSG',
      code,
      definition?.wkt ?? 'undefined',
    ]);
  }
  const hasGeometry = layer.geometry !== null;
  const [, geom, ...names] = distinctNames([
    'fid',
    hasGeometry ? 'geom' : 'fid',
    idColumn(layer.fields),
    ...layer.fields.map(({ name }) => name),
  ]);
  const [id, ...fields] = names;
  database.run(
    'INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES (?, ?, ?, ?, ?)',
    [
      layer.id,
      hasGeometry ? 'features' : 'attributes',
      layer.title ?? layer.id,
      withMillis(changedAt),
      hasGeometry ? epsg : 0,
    ],
  );
  const columns = ['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL'];
  if (hasGeometry) {
    const kind = geometryTypeName(layer);
    columns.push(`${quoted(geom!)} ${kind}`);
    database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 2, 0)', [
      layer.id,
      geom!,
      kind,
      epsg,
    ]);
  }
  columns.push(`${quoted(id!)} TEXT`);
  for (const [i, field] of layer.fields.entries()) {
    columns.push(`${quoted(fields[i]!)} ${types[field.type]}`);
    if (field.type === 'array' || field.type === 'object' || field.type === 'localized') {
      const sql =
        "INSERT INTO gpkg_data_columns (table_name, column_name, mime_type) VALUES (?, ?, 'application/json')";
      database.run(sql, [layer.id, fields[i]!]);
    }
  }
  database.exec(`CREATE TABLE ${quoted(layer.id)} (${columns.join(', ')})`);
  const targets = [...(hasGeometry ? [geom!] : []), ...names].map(quoted);
  return {
    geometryColumn: hasGeometry ? geom : undefined,
    insert: `INSERT INTO ${quoted(layer.id)} (${targets.join(', ')}) VALUES (${targets.map(() => '?').join(', ')})`,
  };
}

/** As a GeoPackage spells an instant: always with milliseconds (1.3, table 1, DATETIME). */
function withMillis(instant: string): string {
  return new Date(instant).toISOString();
}

/** Multi kinds take their single kind too in a register, which a GeoPackage only allows under GEOMETRY. */
function geometryTypeName({ geometry }: SinkLayer): string {
  return geometry === null || geometry.startsWith('Multi') || geometry === 'GeometryCollection'
    ? 'GEOMETRY'
    : geometry.toUpperCase();
}
