import type { Sink, SinkOptions } from '../sink.ts';
import { textSink } from '../text-sink.ts';

/** One Feature per line; with `withMark` each begins with a record separator (RFC 8142). */
export function geoJsonSeqSink({ withMark }: SinkOptions): Sink {
  const start = withMark ? '\x1e' : '';
  return textSink('geojsonseq', {
    head: () => '',
    record: ({ id, geometry, properties }) =>
      `${start}${JSON.stringify({ type: 'Feature', id, properties, geometry })}\n`,
    tail: () => '',
  });
}
