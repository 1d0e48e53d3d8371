import { hasHeights } from '../../geo/geometry-positions.ts';
import { formatOf } from '../formats.ts';
import type { Sink, SinkOptions, SinkRecord } from '../sink.ts';
import { FeatureWriter } from './feature-writer.ts';
import { columnsOf, headerBytes } from './header-writer.ts';

/** FlatGeobuf without index, so that features leave while they come; types are kept exactly. */
export function flatGeobufSink({ layer, epsg = 4326, featureCount = 0 }: SinkOptions): Sink {
  const format = formatOf('flatgeobuf')!;
  const columns = columnsOf(layer);
  const names = layer.fields.map(({ name }) => name);
  const writer = new FeatureWriter(columns);
  let hasBegun = false;
  /** Heights must be announced before the first record: they are where all of the first batch have one. */
  const begin = (records: readonly SinkRecord[]) => {
    if (hasBegun) return undefined;
    hasBegun = true;
    const shaped = records.filter(({ geometry }) => geometry !== null);
    writer.hasZ = shaped.length > 0 && shaped.every(({ geometry }) => hasHeights(geometry!));
    return headerBytes(layer, columns, epsg, featureCount, writer.hasZ);
  };
  return {
    mediaType: format.mediaTypes[0]!,
    extension: format.extensions[0]!,
    isBinary: true,
    isStreamed: true,
    write(records) {
      const first = begin(records);
      for (const { id, geometry, properties } of records) {
        writer.feature(geometry, [id, ...names.map((name) => properties[name])]);
      }
      const bytes = writer.take();
      return first ? Buffer.concat([first, bytes]) : bytes;
    },
    async *end() {
      const first = begin([]);
      if (first) yield first;
    },
    abort: async () => {},
  };
}
