import { basename, extname } from 'node:path';
import type { Field } from '../../register/declaration.ts';
import { checkedRecord } from '../checked-record.ts';
import { identifier } from '../geojson/feature.ts';
import { idColumnIn } from '../id-column.ts';
import {
  type ReadProblem,
  type Source,
  SourceError,
  type SourceField,
  type SourceLayer,
  type SourceOptions,
  type SourceRecord,
} from '../source.ts';
import { TypeInference } from '../type-inference.ts';
import { readXml } from '../xml/xml-file.ts';
import { geometryOf } from './kml-geometry.ts';
import { KmlHandler, type Placemark, placemarkTexts } from './kml-handler.ts';

interface Found {
  readonly name: string;
  readonly fields: Map<string, SourceField['type']>;
  readonly kinds: TypeInference;
  count: number;
}

/**
 * KML with the types of its extended data, which GDAL in WebAssembly leaves out. Each folder with placemarks is a layer;
 * coordinates are longitude, latitude on WGS 84 by definition (OGC 12-007r2, 9.1).
 */
export function openKml(options: SourceOptions, onClose?: () => Promise<void>): Source {
  const fallback = basename(options.name ?? options.path, extname(options.name ?? options.path));
  let progress = 0;
  let found: Promise<Map<string, Found>> | undefined;

  async function* placemarks(): AsyncGenerator<[Placemark[], KmlHandler]> {
    const handler = new KmlHandler(fallback);
    for await (const share of readXml(options.path, handler, { ...options, records: () => handler.count })) {
      progress = share;
      if (handler.placemarks.length === 0) continue;
      const batch = handler.placemarks;
      handler.placemarks = [];
      yield [batch, handler];
    }
  }

  async function survey(): Promise<Map<string, Found>> {
    const layers = new Map<string, Found>();
    for await (const [batch, handler] of placemarks()) {
      for (const { layer, node } of batch) {
        let entry = layers.get(layer);
        if (!entry)
          layers.set(
            layer,
            (entry = { name: layer, fields: new Map(), kinds: new TypeInference(), count: 0 }),
          );
        entry.count++;
        entry.kinds.observe({}, geometryOf(node));
        for (const [name, [, type]] of placemarkTexts(node, handler.schemas)) entry.fields.set(name, type);
      }
    }
    return layers;
  }

  return {
    format: 'kml',
    async layers() {
      found ??= survey();
      return [...(await found).values()].map(layerOf);
    },
    async *records(name) {
      found ??= survey();
      const layer = (await found).get(name);
      if (!layer)
        throw new SourceError('layer-not-found', {
          layer: name,
          layers: [...(await found).keys()].join(', '),
        });
      let row = 0;
      for await (const [batch, handler] of placemarks()) {
        const records = batch.filter((placemark) => placemark.layer === name);
        yield records.map((placemark) => toRecord(placemark, handler, layer, ++row));
      }
    },
    progress: () => progress,
    close: async () => onClose?.(),
  };
}

function idColumn(fields: Found['fields']): string | undefined {
  return idColumnIn([...fields.keys()]);
}

function layerOf({ name, fields, kinds, count }: Found): SourceLayer {
  return {
    name,
    fields: [...fields].map(([field, type]) => ({ name: field, type })),
    geometry: kinds.geometry(),
    crs: { epsg: 4326 },
    featureCount: count,
    ...(idColumn(fields) ? { idField: idColumn(fields) } : {}),
  };
}

function toRecord({ node }: Placemark, handler: KmlHandler, layer: Found, row: number): SourceRecord {
  const properties: Record<string, unknown> = {};
  const problems: ReadProblem[] = [];
  for (const name of layer.fields.keys()) properties[name] = null;
  for (const [name, [text, type]] of placemarkTexts(node, handler.schemas)) {
    const value = typedValue(text, type);
    if (value === undefined) {
      problems.push({
        row,
        code: 'value-not-of-type',
        severity: 'error',
        params: { field: name, value: text.slice(0, 60), type },
      });
    } else properties[name] = value;
  }
  const id = identifier(properties[idColumn(layer.fields) ?? '']) ?? identifier(node.attributes.id);
  return checkedRecord(row, id, properties, geometryOf(node), problems.length > 0 ? problems : undefined);
}

function typedValue(text: string, type: Field['type']): unknown {
  if (type === 'string') return text;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (type === 'boolean')
    return /^(true|1)$/i.test(trimmed) ? true : /^(false|0)$/i.test(trimmed) ? false : undefined;
  const value = Number(trimmed);
  return Number.isNaN(value) || (type === 'integer' && !Number.isInteger(value)) ? undefined : value;
}
