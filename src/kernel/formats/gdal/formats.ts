import { copyFile, link, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { epsgOfWkt } from '../../geo/crs-wkt.ts';
import { geometryColumns } from '../geometry-columns.ts';
import { idColumnIn } from '../id-column.ts';
import type { Source, SourceLayer, SourceOptions } from '../source.ts';
import { partColumns } from './long-cells.ts';
import { openWithGdal } from './reader.ts';

/** Formats that GDAL reads with nothing more to be done than naming the driver. */
const drivers = {
  gml: {
    driver: 'GML',
    extension: '.gml',
    openOptions: ['WRITE_GFS=NO', 'DOWNLOAD_SCHEMA=NO'],
    config: { GML_FIELDTYPES: '' },
  },
  dxf: { driver: 'DXF', extension: '.dxf', openOptions: [], config: {} },
  xlsx: {
    driver: 'XLSX',
    extension: '.xlsx',
    openOptions: [],
    config: { OGR_XLSX_HEADERS: 'AUTO' },
  },
} as const;

/** What is asked of GDAL for one file, beyond what its format always needs. */
export interface GdalSettings {
  readonly config?: Readonly<Record<string, string>>;
  readonly openOptions?: readonly string[];
  /** Names of what GDAL gives as fields and is none. */
  readonly ignored?: readonly string[];
}

export async function openGdalFormat(
  format: keyof typeof drivers,
  options: SourceOptions,
  settings: GdalSettings = {},
): Promise<Source> {
  const { driver, extension, openOptions, config } = drivers[format];
  const isNamed = extname(options.path).toLowerCase() === extension;
  // Some drivers go by the extension: a file of another name gets a link.
  const folder = isNamed ? undefined : await mkdtemp(join(tmpdir(), 'ufuq-gdal-'));
  const stem = basename(options.name ?? options.path, extname(options.name ?? options.path));
  const path = folder === undefined ? options.path : join(folder, `${stem}${extension}`);
  if (folder !== undefined) await link(options.path, path).catch(() => copyFile(options.path, path));
  return openWithGdal({
    ...options,
    path,
    format,
    driver,
    openOptions: [...openOptions, ...(settings.openOptions ?? [])],
    ...(settings.ignored ? { ignored: settings.ignored } : {}),
    config: {
      ...config,
      ...settings.config,
      ...(options.encoding && format === 'dxf' ? { DXF_ENCODING: options.encoding } : {}),
    },
    isTable: format === 'xlsx',
    adjust: format === 'xlsx' ? tableLayer : withCodes,
    onClose: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  });
}

function withCodes(layer: SourceLayer): SourceLayer {
  const idField = idColumnIn(layer.fields.map(({ name }) => name));
  const { crs } = layer;
  const epsg = crs?.epsg ?? (crs?.wkt ? epsgOfWkt(crs.wkt) : undefined);
  return {
    ...layer,
    ...(idField ? { idField } : {}),
    ...(crs ? { crs: { ...crs, ...(epsg === undefined ? {} : { epsg }) } } : {}),
  };
}

/** A sheet whose place stands in columns; longitude and latitude name their system, WKT is taken for it with a warning. */
function tableLayer(layer: SourceLayer): SourceLayer {
  const columns = geometryColumns(layer.fields.map(({ name }) => name));
  const { crs: _, ...rest } = withCodes(layer);
  if (!columns) return { ...rest, geometry: null };
  const part = columns.kind === 'text' ? columns.column : `${columns.x}, ${columns.y}`;
  const params = { part, file: layer.name };
  if (columns.kind === 'text') {
    const parts = partColumns(
      columns.column,
      rest.fields.map(({ name }) => name),
    );
    const fields = rest.fields.filter(({ name }) => !parts.includes(name));
    const warnings = [
      { code: 'crs-assumed', severity: 'warning', params: { ...params, epsg: 4326 } },
    ] as const;
    return { ...rest, fields, geometry: 'Geometry', crs: { epsg: 4326 }, warnings };
  }
  if (columns.isDegrees) return { ...rest, geometry: 'Point', crs: { epsg: 4326 } };
  return { ...rest, geometry: 'Point', warnings: [{ code: 'crs-missing', severity: 'warning', params }] };
}
