import { crsDefinition } from '../../geo/crs-definition.ts';
import type { Field } from '../../register/declaration.ts';
import type { FlatGeobufColumn } from '../flatgeobuf/header.ts';
import { xmlText } from '../xml/xml-parser.ts';

const types: Readonly<Record<Field['type'], string>> = {
  string: 'type="String"',
  integer: 'type="Integer64"',
  number: 'type="Real"',
  boolean: 'type="Integer" subtype="Boolean"',
  date: 'type="Date"',
  timestamp: 'type="DateTime"',
  localized: 'type="String"',
  array: 'type="String"',
  object: 'type="String"',
};

export interface VrtColumn extends FlatGeobufColumn {
  /** Name in the file that is written, where it differs. */
  readonly target?: string;
}

/** GDAL's virtual format over a spooled FlatGeobuf: it gives every column the type and name that the target wants. */
export function vrtOver(
  file: string,
  layer: string,
  columns: readonly VrtColumn[],
  geometryType: string,
  epsg: number,
): string {
  const fields = columns.map(
    ({ name, target, type }) =>
      `<Field name="${xmlText(target ?? name)}" src="${xmlText(name)}" ${types[type]}/>`,
  );
  const wkt = crsDefinition(epsg)?.wkt;
  const srs = wkt ? `<LayerSRS>${xmlText(wkt)}</LayerSRS>` : '';
  return `<OGRVRTDataSource><OGRVRTLayer name="${xmlText(layer)}">
<SrcDataSource relativeToVRT="1">${xmlText(file)}</SrcDataSource><SrcLayer>${xmlText(layer)}</SrcLayer>
<GeometryType>${geometryType}</GeometryType>${geometryType === 'wkbNone' ? '' : srs}${fields.join('')}
</OGRVRTLayer></OGRVRTDataSource>`;
}
