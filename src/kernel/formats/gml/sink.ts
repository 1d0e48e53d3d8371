import { isNorthingFirst } from '../../geo/crs-definition.ts';
import { idColumn } from '../id-column.ts';
import type { Sink, SinkOptions } from '../sink.ts';
import { textSink } from '../text-sink.ts';
import { xmlText } from '../xml/xml-parser.ts';
import { gmlGeometry } from './gml-geometry.ts';
import { elementName, typesInstruction } from './names.ts';

/**
 * GML 3.2 (OGC 07-036r1) as one feature collection. Coordinates stand in the order of the reference system, as its URN
 * demands: latitude before longitude in EPSG:4326.
 */
export function gmlSink({ layer, epsg = 4326 }: SinkOptions): Sink {
  const type = elementName(layer.id);
  const id = idColumn(layer.fields);
  const fields = [{ name: id, type: 'string' as const }, ...layer.fields].map((field) => ({
    ...field,
    element: elementName(field.name),
  }));
  const isYFirst = isNorthingFirst(epsg);
  const srs = `urn:ogc:def:crs:EPSG::${epsg}`;
  return textSink('gml', {
    head() {
      const types = Object.fromEntries(
        layer.fields.map((field) => [field.name, field.items ? [field.type, field.items] : [field.type]]),
      );
      const json = JSON.stringify(types).replaceAll('>', '\\u003e');
      return `<?xml version="1.0" encoding="UTF-8"?>
<?${typesInstruction} ${json}?>
<ufuq:FeatureCollection xmlns:ufuq="https://ufuq.example/gml" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="collection">
`;
    },
    record({ id: recordId, properties, geometry }, index) {
      const values: Readonly<Record<string, unknown>> = { ...properties, [id]: recordId };
      const members = fields.flatMap(({ name, element }) => {
        const value = values[name];
        if (value === null || value === undefined) return [];
        const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
        return [`<ufuq:${element}>${xmlText(text)}</ufuq:${element}>`];
      });
      const shape = geometry
        ? `<ufuq:geometryProperty>${gmlGeometry(geometry, srs, isYFirst, `g${index}`)}</ufuq:geometryProperty>`
        : '';
      return `<ufuq:featureMember><ufuq:${type} gml:id="f${index}">${shape}${members.join('')}</ufuq:${type}></ufuq:featureMember>\n`;
    },
    tail: () => '</ufuq:FeatureCollection>\n',
  });
}
