import { isNorthingFirst } from '../../geo/crs-definition.ts';
import { projector } from '../../geo/crs-projector.ts';
import { swapAxes } from '../../geo/geometry-range.ts';
import { closing, opened } from '../geojson/sink.ts';
import type { Sink, SinkOptions, SinkRecord } from '../sink.ts';
import { textSink } from '../text-sink.ts';

/**
 * JSON-FG (OGC 21-045): valid time in `time`, geometry in other systems in `place` with a CRS84 twin in `geometry`.
 * Coordinates of `place` stand in the order of the reference system; they are given in that order.
 */
export function jsonFgSink({ layer, epsg = 4326, members, closingMembers }: SinkOptions): Sink {
  const isPlain = epsg === 4326;
  const toLonLat = isPlain ? undefined : projector(epsg, 4326);
  const isYFirst = isNorthingFirst(epsg);
  const crs84 = 'http://www.opengis.net/def/crs/OGC/0/CRS84';
  const conformsTo = ['core', 'types-schemas'].map(
    (name) => `http://www.opengis.net/spec/json-fg-1/0.3/conf/${name}`,
  );
  const place = ({ geometry }: SinkRecord) => {
    if (!toLonLat || !geometry) return { place: null, geometry };
    return { place: geometry, geometry: toLonLat.geometry(isYFirst ? swapAxes(geometry) : geometry) };
  };
  return textSink('jsonfg', {
    head: () =>
      `${opened({
        type: 'FeatureCollection',
        conformsTo,
        featureType: layer.id,
        coordRefSys: isPlain ? crs84 : `http://www.opengis.net/def/crs/EPSG/0/${epsg}`,
        ...members,
      })},"features":[\n`,
    record(record, index) {
      const { id, properties } = record;
      const feature = { type: 'Feature', id, time: timeOf(record), ...place(record), properties };
      return `${index === 0 ? '' : ',\n'}${JSON.stringify(feature)}`;
    },
    tail: () => `\n]${closing(closingMembers?.())}}\n`,
  });
}

function timeOf({ time }: SinkRecord): object | null {
  if (!time || (time.from === undefined && time.to === undefined)) return null;
  return { interval: [time.from ?? '..', time.to ?? '..'] };
}
