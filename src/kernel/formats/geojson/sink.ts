import type { Sink, SinkOptions } from '../sink.ts';
import { textSink } from '../text-sink.ts';

/** GeoJSON (RFC 7946) written feature by feature; a system other than CRS84 is named in the `crs` member of 2008. */
export function geoJsonSink({ layer, epsg = 4326, members, closingMembers }: SinkOptions): Sink {
  return textSink('geojson', {
    head() {
      const crs =
        epsg === 4326 ? {} : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } } };
      return `${opened({ type: 'FeatureCollection', name: layer.id, ...crs, ...members })},"features":[\n`;
    },
    record: ({ id, geometry, properties }, index) =>
      `${index === 0 ? '' : ',\n'}${JSON.stringify({ type: 'Feature', id, properties, geometry })}`,
    tail: () => `\n]${closing(closingMembers?.())}}\n`,
  });
}

/** JSON text of an object without its last brace. */
export function opened(members: object): string {
  return JSON.stringify(members).slice(0, -1);
}

/** Members that follow others: with the comma, without braces. */
export function closing(members: Readonly<Record<string, unknown>> | undefined): string {
  const text = members ? JSON.stringify(members) : '{}';
  return text === '{}' ? '' : `,${text.slice(1, -1)}`;
}
