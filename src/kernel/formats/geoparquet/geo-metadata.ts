import type { FileMetaData } from 'hyparquet';
import type { GeometryKind } from '../../register/declaration.ts';
import type { SourceCrs } from '../source.ts';

/** What the `geo` key of a GeoParquet file (1.1) says of its geometry column. */
export interface GeoColumn {
  readonly name: string;
  readonly encoding: string;
  readonly kind: GeometryKind;
  readonly crs: SourceCrs | undefined;
  /** Columns that only repeat the bounding box of the geometry. */
  readonly covering: ReadonlySet<string>;
}

interface GeoMetadata {
  readonly primary_column?: string;
  readonly columns?: Readonly<Record<string, ColumnMetadata>>;
}
interface ColumnMetadata {
  readonly encoding?: string;
  readonly geometry_types?: readonly string[];
  readonly crs?: ProjJson | null;
  readonly covering?: { readonly bbox?: { readonly xmin?: readonly string[] } };
}
interface ProjJson {
  readonly id?: { readonly authority?: string; readonly code?: number | string };
  readonly name?: string;
}

/** Geometry column by the `geo` metadata, else by Parquet's own geometry type; undefined for a plain table. */
export function geoColumn(metadata: FileMetaData): GeoColumn | undefined {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  if (text) {
    const geo = JSON.parse(text) as GeoMetadata;
    const name = geo.primary_column ?? Object.keys(geo.columns ?? {})[0];
    const column = name === undefined ? undefined : geo.columns?.[name];
    if (name !== undefined && column) {
      const covered = column.covering?.bbox?.xmin?.[0];
      return {
        name,
        encoding: column.encoding ?? 'WKB',
        kind: kindOf(column.geometry_types ?? []),
        crs: crsOf(column.crs),
        covering: new Set(covered ? [covered] : []),
      };
    }
  }
  const native = metadata.schema.find(({ logical_type: logical }) =>
    ['GEOMETRY', 'GEOGRAPHY'].includes(logical?.type ?? ''),
  );
  if (!native) return undefined;
  const crs = (native.logical_type as { crs?: string }).crs;
  return { name: native.name, encoding: 'WKB', kind: 'Geometry', crs: nativeCrs(crs), covering: new Set() };
}

/** Absent means CRS84, null that nobody knows (GeoParquet 1.1, `crs`). */
function crsOf(crs: ProjJson | null | undefined): SourceCrs | undefined {
  if (crs === undefined) return { epsg: 4326 };
  const { authority, code } = crs?.id ?? {};
  if (authority === 'OGC' && String(code).includes('CRS84')) return { epsg: 4326 };
  return authority === 'EPSG' && Number(code) > 0 ? { epsg: Number(code) } : undefined;
}

function nativeCrs(crs: string | undefined): SourceCrs | undefined {
  if (!crs || /CRS84/i.test(crs)) return { epsg: 4326 };
  const match = /(?:EPSG|srid):(\d+)/i.exec(crs);
  return match ? { epsg: Number(match[1]) } : undefined;
}

function kindOf(types: readonly string[]): GeometryKind {
  const names = [...new Set(types.map((type) => type.replace(/ ZM?$| M$/, '')))];
  if (names.length === 1) return names[0] as GeometryKind;
  const stems = new Set(names.map((name) => name.replace('Multi', '')));
  return stems.size === 1 ? (`Multi${[...stems][0]}` as GeometryKind) : 'Geometry';
}
