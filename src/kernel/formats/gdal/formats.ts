import { copyFile, link, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { epsgOfWkt } from '../../geo/crs-wkt.ts';
import type { Source, SourceLayer, SourceOptions } from '../source.ts';
import { openWithGdal } from './reader.ts';

/** Formats that GDAL reads with nothing more to be done than naming the driver. */
const drivers = {
  gml: {
    driver: 'GML',
    extension: '.gml',
    openOptions: ['WRITE_GFS=NO', 'DOWNLOAD_SCHEMA=NO'],
    config: { GML_SKIP_CORRUPTED_FEATURES: 'NO' },
  },
  dxf: { driver: 'DXF', extension: '.dxf', openOptions: [], config: {} },
  xlsx: { driver: 'XLSX', extension: '.xlsx', openOptions: [], config: { OGR_XLSX_HEADERS: 'AUTO' } },
} as const;

export async function openGdalFormat(format: keyof typeof drivers, options: SourceOptions): Promise<Source> {
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
    openOptions,
    config: {
      ...config,
      ...(options.encoding && format === 'dxf' ? { DXF_ENCODING: options.encoding } : {}),
    },
    adjust: withCodes,
    onClose: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  });
}

function withCodes(layer: SourceLayer): SourceLayer {
  const idField = layer.fields.find(({ name }) => name === 'id')?.name;
  const { crs } = layer;
  const epsg = crs?.epsg ?? (crs?.wkt ? epsgOfWkt(crs.wkt) : undefined);
  return {
    ...layer,
    ...(idField ? { idField } : {}),
    ...(crs ? { crs: { ...crs, ...(epsg === undefined ? {} : { epsg }) } } : {}),
  };
}
