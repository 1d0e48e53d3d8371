import { basename, dirname } from 'node:path';
import type { Geometry } from 'geojson';
import { checkedRecord } from '../checked-record.ts';
import { identifier } from '../geojson/feature.ts';
import { geometryColumns, geometryOfRow } from '../geometry-columns.ts';
import {
  type ReadProblem,
  type Source,
  SourceError,
  type SourceLayer,
  type SourceOptions,
  type SourceRecord,
} from '../source.ts';
import { GdalError, GdalThread } from './gdal-thread.ts';
import { LineSplitter } from './line-splitter.ts';
import { partColumns } from './long-cells.ts';
import { type GdalLayer, gdalLayers } from './schema.ts';

export interface GdalSourceOptions extends SourceOptions {
  readonly format: string;
  /** GDAL's short name of the driver. */
  readonly driver: string;
  readonly openOptions?: readonly string[];
  readonly config?: Readonly<Record<string, string>>;
  /** Names of what GDAL gives as fields and is none. */
  readonly ignored?: readonly string[];
  /** Open the folder itself as one dataset of many layers. */
  readonly isFolder?: boolean;
  /** The place stands in columns (WKT, or x and y), as in a workbook. */
  readonly isTable?: boolean;
  /** Looks at the values of each record for more than the usual check finds. */
  readonly inspect?: (properties: Readonly<Record<string, unknown>>, row: number) => readonly ReadProblem[];
  /** Last touch to a layer before it is shown: names, warnings, a reference system that the format implies. */
  readonly adjust?: (layer: SourceLayer) => SourceLayer;
  /** Frees what was made for reading (a folder of extracted files). */
  readonly onClose?: () => Promise<void>;
}

/** A file that GDAL reads for us: the schema from its vector information, the records as GeoJSON lines from its thread. */
export async function openWithGdal(options: GdalSourceOptions): Promise<Source> {
  const thread = await GdalThread.take(options.signal);
  let progress = 0;
  const close = async () => {
    await thread.close();
    await options.onClose?.();
  };
  let layers: GdalLayer[];
  try {
    layers = await open(thread, options);
  } catch (error) {
    await close();
    throw asSourceError(error, options);
  }
  return {
    format: options.format,
    layers: async () => layers.map(({ layer }) => layer),
    async *records(name) {
      const found = layers.find(({ layer }) => layer.name === name);
      if (!found) {
        const names = layers.map(({ layer }) => layer.name).join(', ');
        throw new SourceError('layer-not-found', { layer: name, layers: names });
      }
      let done = 0;
      const expected = found.layer.featureCount;
      try {
        for await (const batch of read(thread, found, options)) {
          done += batch.length;
          progress = expected ? Math.min(1, done / expected) : 0;
          yield batch;
        }
      } catch (error) {
        throw asSourceError(error, options, done);
      }
      if (expected !== undefined && done < expected) {
        throw new SourceError('file-truncated', { byte: 0, records: done, expected });
      }
      progress = 1;
    },
    progress: () => progress,
    close,
  };
}

async function open(thread: GdalThread, options: GdalSourceOptions): Promise<GdalLayer[]> {
  const request = {
    kind: 'open',
    folder: options.isFolder ? options.path : dirname(options.path),
    file: options.isFolder ? '' : basename(options.path),
    driver: options.driver,
    openOptions: options.openOptions ?? [],
    config: options.config ?? {},
  } as const;
  for await (const reply of thread.ask(request)) {
    if (reply.kind !== 'opened') continue;
    return gdalLayers(reply.info, options.ignored).map((found) => {
      const layer = options.adjust?.(found.layer) ?? found.layer;
      return { ...found, layer };
    });
  }
  return [];
}

async function* read(
  thread: GdalThread,
  { layer, fields }: GdalLayer,
  { isTable, inspect }: GdalSourceOptions,
): AsyncGenerator<SourceRecord[]> {
  const columns = isTable ? geometryColumns(fields.map(({ name }) => name)) : undefined;
  const names = fields.map(({ name }) => name);
  const parts = columns?.kind === 'text' ? partColumns(columns.column, names) : [];
  const splitter = new LineSplitter();
  let row = 0;
  // GDAL knows the layer by its own name even where `adjust` changed ours.
  for await (const reply of thread.ask({ kind: 'read', layer: layer.name })) {
    if (reply.kind !== 'chunk') continue;
    const batch: SourceRecord[] = [];
    for (const line of splitter.lines(reply.bytes)) {
      const feature = JSON.parse(line) as { properties: Record<string, unknown>; geometry: Geometry | null };
      const properties: Record<string, unknown> = {};
      for (const field of fields) properties[field.name] = field.read(feature.properties[field.name] ?? null);
      const id = layer.idField === undefined ? undefined : identifier(properties[layer.idField]);
      row++;
      const place = columns
        ? geometryOfRow(columns, row, (name) => valueOfCells(properties, name, parts))
        : feature;
      for (const part of parts) delete properties[part];
      const problems = [
        ...('problem' in place && place.problem ? [place.problem] : []),
        ...(inspect?.(properties, row) ?? []),
      ];
      batch.push(
        checkedRecord(row, id, properties, place.geometry, problems.length > 0 ? problems : undefined),
      );
    }
    if (batch.length > 0) yield batch;
  }
}

/** The value of a column; a text that goes on in further columns is put together. */
function valueOfCells(
  properties: Readonly<Record<string, unknown>>,
  name: string,
  parts: readonly string[],
): unknown {
  if (parts.length < 2 || name !== parts[0]) return properties[name];
  return parts.map((part) => properties[part] ?? '').join('');
}

function asSourceError(error: unknown, options: GdalSourceOptions, records = 0): unknown {
  if (!(error instanceof GdalError)) return error;
  return new SourceError(
    'file-damaged',
    { format: options.format, reason: error.message.slice(0, 200), records },
    error,
  );
}
