import { encodeWkt } from '../../geo/wkt.ts';
import { idColumn } from '../id-column.ts';
import type { Sink, SinkOptions } from '../sink.ts';
import { textSink } from '../text-sink.ts';

/**
 * CSV (RFC 4180) in UTF-8: id, fields, and the geometry as WKT. Nothing between separators is null, `""` is empty text;
 * arrays and objects are JSON. `withMark` begins with a byte order mark, which spreadsheets want.
 */
export function csvSink({ layer, epsg = 4326, withMark }: SinkOptions): Sink {
  const names = layer.fields.map(({ name }) => name);
  const hasGeometry = layer.geometry !== null;
  const geometryName = names.some((name) => name.toLowerCase() === 'geometry') ? 'wkt' : 'geometry';
  const srid = epsg === 4326 ? '' : `SRID=${epsg};`;
  return textSink('csv', {
    head() {
      const header = [idColumn(layer.fields), ...names, ...(hasGeometry ? [geometryName] : [])];
      return `${withMark ? '\ufeff' : ''}${header.map(cell).join(',')}\r\n`;
    },
    record({ id, properties, geometry }) {
      const cells = [cell(id), ...names.map((name) => cell(properties[name]))];
      if (hasGeometry) cells.push(geometry ? cell(srid + encodeWkt(geometry)) : '');
      return `${cells.join(',')}\r\n`;
    },
    tail: () => '',
  });
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text =
    typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
