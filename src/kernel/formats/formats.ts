/** Something that a format cannot carry from a register and back. */
export type Loss =
  | 'types' // dates, timestamps, booleans, arrays or objects come back as text unless the register knows their types
  | 'names' // names of fields are shortened to ten characters
  | 'text' // texts longer than 254 bytes are cut
  | 'null' // a missing value and an empty text are the same
  | 'properties' // properties are left out
  | 'long-geometry' // a geometry of more than 524,272 characters of WKT does not fit into sixteen cells
  | 'geometry' // coordinates are left out or rounded
  | 'mixed-geometry' // one kind of geometry in each file
  | 'crs'; // the reference system is not stated

export interface Format {
  readonly id: FormatId;
  readonly title: string;
  /** First is the one that is sent. */
  readonly mediaTypes: readonly string[];
  /** Without dot; first is the one that is written. */
  readonly extensions: readonly string[];
  readonly canRead: boolean;
  readonly canWrite: boolean;
  /** True where records leave while they are read; others are complete only at the end. */
  readonly isStreamed: boolean;
  readonly losses: readonly Loss[];
}

/** Every format that can be read or written, because HTTP, command line, portal and docs must name the same ones. */
const table = {
  geojson: entry('GeoJSON', ['application/geo+json'], ['geojson', 'json'], true, ['types']),
  jsonfg: entry('JSON-FG', ['application/vnd.ogc.fg+json'], ['jsonfg', 'fg.json'], true, ['types']),
  geojsonseq: entry(
    'GeoJSON Text Sequence',
    ['application/geo+json-seq', 'application/x-ndjson'],
    ['geojsonl', 'geojsons', 'ndjson', 'jsonl'],
    true,
    ['types'],
  ),
  csv: entry('CSV', ['text/csv'], ['csv', 'tsv', 'txt'], true, ['types', 'crs']),
  flatgeobuf: entry(
    'FlatGeobuf',
    ['application/vnd.flatgeobuf', 'application/flatgeobuf'],
    ['fgb'],
    true,
    [],
  ),
  gpkg: entry(
    'GeoPackage',
    ['application/geopackage+sqlite3', 'application/vnd.sqlite3'],
    ['gpkg'],
    false,
    [],
  ),
  shapefile: entry(
    'Shapefile',
    ['application/vnd.shp+zip', 'application/x-shapefile', 'application/zip'],
    ['shp.zip', 'zip', 'shp'],
    false,
    ['types', 'names', 'text', 'null', 'mixed-geometry'],
  ),
  kml: entry('KML', ['application/vnd.google-earth.kml+xml'], ['kml', 'kmz'], true, ['types', 'crs']),
  gml: entry('GML', ['application/gml+xml', 'text/xml'], ['gml', 'xml'], true, []),
  geoparquet: entry('GeoParquet', ['application/vnd.apache.parquet'], ['parquet', 'geoparquet'], false, []),
  dxf: entry('DXF', ['image/vnd.dxf'], ['dxf'], false, ['properties', 'crs', 'geometry']),
  xlsx: entry(
    'Excel workbook',
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['xlsx'],
    false,
    ['types', 'null', 'crs', 'long-geometry'],
  ),
} as const;

export type FormatId = keyof typeof table;

function entry(
  title: string,
  mediaTypes: readonly string[],
  extensions: readonly string[],
  isStreamed: boolean,
  losses: readonly Loss[],
): Omit<Format, 'id'> {
  return { title, mediaTypes, extensions, canRead: true, canWrite: true, isStreamed, losses };
}

export const formats: readonly Format[] = (Object.keys(table) as FormatId[]).map((id) => ({
  id,
  ...table[id],
}));

export function formatOf(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}

/** Format of a media type, parameters aside. */
export function formatOfMediaType(mediaType: string): Format | undefined {
  const name = mediaType.split(';')[0]!.trim().toLowerCase();
  return formats.find(({ mediaTypes }) => mediaTypes.includes(name));
}

/** Format by a file's name, or by what people call it on a command line (`shp`, `parquet`, `ndjson`). */
export function formatOfName(name: string): Format | undefined {
  const lower = name.toLowerCase();
  return (
    formatOf(lower) ??
    formats.find(({ extensions }) =>
      extensions.some((extension) => lower === extension || lower.endsWith(`.${extension}`)),
    )
  );
}
