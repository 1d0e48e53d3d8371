import type { GeometryKind } from '../../register/declaration.ts';
import { idColumnIn } from '../id-column.ts';
import type { SourceCrs, SourceLayer } from '../source.ts';
import { quoted, type TableColumns, tableColumns } from './columns.ts';
import type { Database } from './sqlite-file.ts';

/** A user table of a GeoPackage and what is needed to read it. */
export interface GeoPackageLayer extends TableColumns {
  readonly layer: SourceLayer;
  readonly geometryColumn: string | undefined;
}

interface ContentRow {
  readonly table_name: string;
  readonly column_name: string | null;
  readonly geometry_type_name: string | null;
  readonly srs_id: number | null;
}

/** Feature and attribute tables, in the order in which the file lists them. */
export function geoPackageLayers(database: Database): GeoPackageLayer[] {
  const rows = database.all(
    `SELECT c.table_name, g.column_name, g.geometry_type_name, g.srs_id FROM gpkg_contents c
     LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
     WHERE c.data_type IN ('features', 'attributes', 'aspatial') ORDER BY c.rowid`,
  ) as unknown as ContentRow[];
  return rows.map((row) => describe(database, row));
}

function describe(database: Database, row: ContentRow): GeoPackageLayer {
  const geometryColumn = row.column_name ?? undefined;
  const table = tableColumns(database, row.table_name, geometryColumn);
  const count = database.get(`SELECT count(*) AS count FROM ${quoted(row.table_name)}`) as {
    count: number | bigint;
  };
  const crs = row.srs_id === null ? undefined : crsOf(database, row.srs_id);
  const idField = idColumnIn(table.columns.map(({ name }) => name));
  return {
    ...table,
    geometryColumn,
    layer: {
      name: row.table_name,
      fields: table.columns.map(({ name, type, items }) => (items ? { name, type, items } : { name, type })),
      geometry: geometryColumn === undefined ? null : kindOf(row.geometry_type_name ?? ''),
      featureCount: Number(count.count),
      ...(idField ? { idField } : {}),
      ...(crs ? { crs } : {}),
    },
  };
}

const kinds: Readonly<Record<string, GeometryKind>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTICURVE: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
  MULTISURFACE: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
};

function kindOf(name: string): GeometryKind {
  return kinds[name.toUpperCase()] ?? 'Geometry';
}

/** A system that WKT 1 cannot say, as one with heights, is defined in the column that the extension `gpkg_crs_wkt` adds. */
interface SrsRow {
  readonly organization: string;
  readonly organization_coordsys_id: number;
  readonly definition: string;
  readonly definition_12_063?: string;
}

/** -1 and 0 stand for an undefined system: a person must then say which it is. */
function crsOf(database: Database, srsId: number): SourceCrs | undefined {
  if (srsId === 0 || srsId === -1) return undefined;
  const row = database.get('SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?', [srsId]) as SrsRow | null;
  if (!row) return undefined;
  const code = Number(row.organization_coordsys_id);
  const isEpsg = row.organization.toUpperCase() === 'EPSG' && code > 0;
  const wkt = [row.definition, row.definition_12_063].find((text) => text && text !== 'undefined');
  if (!isEpsg && !wkt) return undefined;
  return { ...(isEpsg ? { epsg: code } : {}), ...(wkt ? { wkt } : {}) };
}
