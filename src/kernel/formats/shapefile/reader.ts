import { copyFile, link, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { epsgOfWkt } from '../../geo/crs-wkt.ts';
import { openWithGdal } from '../gdal/reader.ts';
import { idColumnIn } from '../id-column.ts';
import { droppedLetters, lacksSchwa } from '../lost-characters.ts';
import type { Source, SourceLayer, SourceOptions } from '../source.ts';
import {
  findParts,
  missingParts,
  refuseTruncatedParts,
  type ShapefileParts,
  statedEncoding,
} from './parts.ts';

/** A shapefile and the files beside it; what is missing is said, and an index that is missing is made again. */
export async function openShapefile(options: SourceOptions, onClose?: () => Promise<void>): Promise<Source> {
  const parts = await findParts(options.path);
  await refuseTruncatedParts(parts);
  const warnings = missingParts(parts);
  const encoding = options.encoding ?? (await statedEncoding(parts));
  const isNarrow = encoding !== undefined && lacksSchwa(encoding);
  if (isNarrow) {
    const params = { file: basename(parts.shp), encoding, letters: 'Ə, ə' };
    warnings.push({ code: 'encoding-lacks-letters', severity: 'warning', params });
  }
  const isInPlace = parts.shx !== undefined && /\.shp$/.test(parts.shp);
  const folder = isInPlace ? undefined : await mkdtemp(join(tmpdir(), 'ufuq-shp-'));
  const path = folder === undefined ? parts.shp : await gather(parts, folder);
  return openWithGdal({
    ...options,
    path,
    format: 'shapefile',
    driver: 'ESRI Shapefile',
    openOptions: options.encoding ? [`ENCODING=${gdalEncoding(options.encoding)}`] : [],
    config: { SHAPE_RESTORE_SHX: folder === undefined ? 'NO' : 'YES' },
    ...(isNarrow ? { inspect: droppedLetters } : {}),
    adjust: (layer) => withWarnings(layer, warnings),
    async onClose() {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
      await onClose?.();
    },
  });
}

function withWarnings(layer: SourceLayer, warnings: SourceLayer['warnings']): SourceLayer {
  const { crs, ...rest } = layer;
  const epsg = crs?.epsg ?? (crs?.wkt ? epsgOfWkt(crs.wkt) : undefined);
  // The format does not tell polygons from multipolygons; GDAL names the simple kind.
  const geometry =
    layer.geometry === 'Polygon' || layer.geometry === 'LineString'
      ? (`Multi${layer.geometry}` as const)
      : layer.geometry;
  const idField = idColumnIn(layer.fields.map(({ name }) => name));
  return {
    ...rest,
    geometry,
    ...(idField ? { idField } : {}),
    ...(crs ? { crs: { ...crs, ...(epsg === undefined ? {} : { epsg }) } } : {}),
    ...(warnings && warnings.length > 0 ? { warnings } : {}),
  };
}

/** Puts the parts under lower-case extensions into a folder where an index may be written. */
async function gather(parts: ShapefileParts, folder: string): Promise<string> {
  const stem = basename(parts.shp, extname(parts.shp));
  for (const path of Object.values(parts) as string[]) {
    const target = join(folder, `${stem}${extname(path).toLowerCase()}`);
    await link(path, target).catch(() => copyFile(path, target));
  }
  return join(folder, `${stem}.shp`);
}

/** GDAL spells code pages `CP1254`. */
export function gdalEncoding(encoding: string): string {
  const page = /^(?:windows|cp|win|ansi)?[-_ ]?(\d{3,5})$/i.exec(encoding.trim());
  if (page) return page[1] === '65001' ? 'UTF-8' : `CP${page[1]}`;
  return encoding.trim().toUpperCase();
}
