import type { KeyValue } from 'hyparquet';
import type { Bbox } from '../../geo/bbox.ts';
import { crsDefinition } from '../../geo/crs-definition.ts';

/** The `geo` key of GeoParquet 1.1. A system other than CRS84 is named by its code, which readers look up. */
export function geoMetadata(
  column: string,
  kinds: readonly string[],
  epsg: number,
  extent: Bbox | undefined,
): KeyValue {
  const definition = crsDefinition(epsg);
  const projJson = {
    $schema: 'https://proj.org/schemas/v0.7/projjson.schema.json',
    type: definition?.kind === 'geographic' ? 'GeographicCRS' : 'ProjectedCRS',
    name: definition?.name ?? `EPSG:${epsg}`,
    id: { authority: 'EPSG', code: epsg },
  };
  const geo = {
    version: '1.1.0',
    primary_column: column,
    columns: {
      [column]: {
        encoding: 'WKB',
        geometry_types: kinds,
        edges: 'planar',
        ...(epsg === 4326 ? {} : { crs: projJson }),
        ...(extent ? { bbox: extent } : {}),
      },
    },
  };
  return { key: 'geo', value: JSON.stringify(geo) };
}
