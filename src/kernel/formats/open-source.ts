import { isWorkbook, openArchive } from './archive/open-archive.ts';
import { zipEntries } from './archive/zip.ts';
import { openCsv } from './csv/reader.ts';
import { detectFormat } from './detection.ts';
import { openFlatGeobuf } from './flatgeobuf/reader.ts';
import type { FormatId } from './formats.ts';
import { openGdalFormat } from './gdal/formats.ts';
import { openWorkbook } from './gdal/workbook.ts';
import { openGeoJson } from './geojson/reader.ts';
import { openGeoJsonSeq } from './geojsonseq/reader.ts';
import { openGeoPackage } from './geopackage/reader.ts';
import { openGeoParquet } from './geoparquet/reader.ts';
import { openGml } from './gml/reader.ts';
import { openKml } from './kml/reader.ts';
import { openShapefile } from './shapefile/reader.ts';
import { type Source, SourceError, type SourceOptions } from './source.ts';

const readers: Readonly<Record<FormatId, (options: SourceOptions) => Source | Promise<Source>>> = {
  geojson: openGeoJson,
  jsonfg: openGeoJson,
  geojsonseq: openGeoJsonSeq,
  csv: openCsv,
  flatgeobuf: openFlatGeobuf,
  gpkg: openGeoPackage,
  shapefile: (options) => openShapefile(options),
  kml: (options) => openKml(options),
  gml: openGml,
  geoparquet: openGeoParquet,
  dxf: (options) => openGdalFormat('dxf', options),
  xlsx: (options) => openWorkbook(options),
};

/**
 * Opens a file of any format that can be read, told by its content first and its name second. The caller closes it.
 * @throws SourceError with a code and what it needs to be said in every language
 */
export async function openSource(options: SourceOptions): Promise<Source> {
  const found = await detectFormat(options);
  if (found !== 'zip') return readers[found](options);
  const entries = await zipEntries(options.path);
  if (isWorkbook(entries)) return readers.xlsx(options);
  return openArchive(options, entries, async (inner) => {
    const kind = await detectFormat(inner);
    if (kind === 'zip') throw new SourceError('archive-without-data', { file: inner.name ?? inner.path });
    return readers[kind](inner);
  });
}
