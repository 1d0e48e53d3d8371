import { csvSink } from './csv/sink.ts';
import { flatGeobufSink } from './flatgeobuf/sink.ts';
import type { FormatId } from './formats.ts';
import { gdalSink } from './gdal/sink.ts';
import { geoJsonSink } from './geojson/sink.ts';
import { geoJsonSeqSink } from './geojsonseq/sink.ts';
import { geoPackageSink } from './geopackage/sink.ts';
import { geoParquetSink } from './geoparquet/sink.ts';
import { gmlSink } from './gml/sink.ts';
import { jsonFgSink } from './jsonfg/sink.ts';
import { kmlSink } from './kml/sink.ts';
import type { Sink, SinkOptions } from './sink.ts';

const sinks: Readonly<Record<FormatId, (options: SinkOptions) => Sink>> = {
  geojson: geoJsonSink,
  jsonfg: jsonFgSink,
  geojsonseq: geoJsonSeqSink,
  csv: csvSink,
  flatgeobuf: flatGeobufSink,
  gpkg: geoPackageSink,
  shapefile: (options) => gdalSink('shapefile', options),
  kml: kmlSink,
  gml: gmlSink,
  geoparquet: geoParquetSink,
  dxf: (options) => gdalSink('dxf', options),
  xlsx: (options) => gdalSink('xlsx', options),
};

/** A sink for one layer. What cannot be carried by the format stands in `formats[…].losses`. */
export function createSink(format: FormatId, options: SinkOptions): Sink {
  return sinks[format](options);
}
