import { WkbError } from '../../geo/wkb.ts';
import { checkedRecord } from '../checked-record.ts';
import { identifier } from '../geojson/feature.ts';
import {
  type ReadProblem,
  type Source,
  SourceError,
  type SourceOptions,
  type SourceRecord,
} from '../source.ts';
import { quoted } from './columns.ts';
import { decodeGeoPackageGeometry } from './geometry.ts';
import { type GeoPackageLayer, geoPackageLayers } from './layers.ts';
import { damaged, openSqliteFile, type SqliteFile } from './sqlite-file.ts';

const batchSize = 2_000;

/** GeoPackage read by SQLite itself: about eight times as fast as through GDAL in WebAssembly (128,000 rows a second). */
export async function openGeoPackage(options: SourceOptions): Promise<Source> {
  const file = await openSqliteFile(options.path);
  let layers: GeoPackageLayer[];
  try {
    layers = geoPackageLayers(file.database);
  } catch (error) {
    await file.close();
    throw damaged(error);
  }
  let progress = 0;
  return {
    format: 'gpkg',
    layers: async () => layers.map(({ layer }) => layer),
    async *records(name) {
      const layer = layers.find((candidate) => candidate.layer.name === name);
      if (!layer)
        throw new SourceError('layer-not-found', {
          layer: name,
          layers: layers.map((l) => l.layer.name).join(', '),
        });
      progress = 0;
      let done = 0;
      for (const batch of batches(file, layer, options.signal)) {
        done += batch.length;
        progress = done / Math.max(1, layer.layer.featureCount ?? done);
        yield batch;
      }
      progress = 1;
    },
    progress: () => progress,
    close: () => file.close(),
  };
}

function* batches(file: SqliteFile, layer: GeoPackageLayer, signal?: AbortSignal): Generator<SourceRecord[]> {
  const order = layer.primaryKey === undefined ? '' : ` ORDER BY ${quoted(layer.primaryKey)}`;
  const statement = file.database.prepare(`SELECT * FROM ${quoted(layer.layer.name)}${order}`);
  let batch: SourceRecord[] = [];
  let row = 0;
  try {
    for (const values of statement.iterate()) {
      batch.push(toRecord(values as Record<string, unknown>, layer, ++row));
      if (batch.length < batchSize) continue;
      if (signal?.aborted) throw new SourceError('cancelled');
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw damaged(error, row);
  } finally {
    statement.finalize();
  }
}

function toRecord(values: Record<string, unknown>, layer: GeoPackageLayer, row: number): SourceRecord {
  const properties: Record<string, unknown> = {};
  for (const column of layer.columns) properties[column.name] = column.read(values[column.name]);
  const key = layer.layer.idField === undefined ? undefined : identifier(properties[layer.layer.idField]);
  const id = key ?? (layer.primaryKey === undefined ? undefined : identifier(values[layer.primaryKey]));
  const blob = layer.geometryColumn === undefined ? null : values[layer.geometryColumn];
  if (!(blob instanceof Uint8Array)) return checkedRecord(row, id, properties, null);
  try {
    return checkedRecord(row, id, properties, decodeGeoPackageGeometry(blob));
  } catch (error) {
    return checkedRecord(row, id, properties, null, [undecoded(row, error)]);
  }
}

function undecoded(row: number, error: unknown): ReadProblem {
  const reason = error instanceof Error ? error.message : String(error);
  const isCurve = error instanceof WkbError && reason.includes('simple features');
  return {
    row,
    code: isCurve ? 'geometry-type-unsupported' : 'geometry-not-decoded',
    severity: 'error',
    params: { reason },
  };
}
