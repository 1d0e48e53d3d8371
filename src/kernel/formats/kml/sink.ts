import type { Geometry, Position } from 'geojson';
import { projector } from '../../geo/crs-projector.ts';
import { idColumn } from '../id-column.ts';
import type { Sink, SinkOptions } from '../sink.ts';
import { textSink } from '../text-sink.ts';
import { xmlText } from '../xml/xml-parser.ts';

const simpleTypes: Readonly<Record<string, string>> = { number: 'double', boolean: 'bool' };

/** KML 2.2 with a schema for the types that it knows; always longitude, latitude on WGS 84, as KML demands. */
export function kmlSink({ layer, epsg = 4326 }: SinkOptions): Sink {
  const toLonLat = projector(epsg, 4326);
  const id = idColumn(layer.fields);
  const columns = [{ name: id, type: 'string' }, ...layer.fields];
  const name = xmlText(layer.id);
  return textSink('kml', {
    head() {
      const fields = columns.map((column) => {
        const type = column.type === 'integer' ? 'int' : (simpleTypes[column.type] ?? 'string');
        return `<SimpleField name="${xmlText(column.name)}" type="${type}"/>`;
      });
      return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xmlText(layer.title ?? layer.id)}</name>
<Schema name="${name}" id="schema">${fields.join('')}</Schema>
<Folder><name>${name}</name>
`;
    },
    record(record) {
      const values: Readonly<Record<string, unknown>> = { ...record.properties, [id]: record.id };
      const data = columns.flatMap((column) => {
        const value = values[column.name];
        if (value === null || value === undefined) return [];
        const text =
          typeof value === 'object'
            ? JSON.stringify(value)
            : String(typeof value === 'boolean' ? Number(value) : value);
        return [`<SimpleData name="${xmlText(column.name)}">${xmlText(text)}</SimpleData>`];
      });
      const geometry = record.geometry ? kmlGeometry(toLonLat.geometry(record.geometry)) : '';
      return `<Placemark><ExtendedData><SchemaData schemaUrl="#schema">${data.join('')}</SchemaData></ExtendedData>${geometry}</Placemark>\n`;
    },
    tail: () => '</Folder></Document></kml>\n',
  });
}

function kmlGeometry(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPoint':
      return multi(geometry.coordinates.map((position) => `<Point>${coordinates([position])}</Point>`));
    case 'MultiLineString':
      return multi(geometry.coordinates.map((line) => `<LineString>${coordinates(line)}</LineString>`));
    case 'MultiPolygon':
      return multi(geometry.coordinates.map(polygon));
    default:
      return multi(geometry.geometries.map(kmlGeometry));
  }
}

function multi(parts: readonly string[]): string {
  return `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
}

function polygon(rings: readonly Position[][]): string {
  const boundaries = rings.map((ring, i) => {
    const tag = i === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
    return `<${tag}><LinearRing>${coordinates(ring)}</LinearRing></${tag}>`;
  });
  return `<Polygon>${boundaries.join('')}</Polygon>`;
}

function coordinates(positions: readonly Position[]): string {
  return `<coordinates>${positions.map((position) => position.slice(0, 3).join(',')).join(' ')}</coordinates>`;
}
