import { join } from 'node:path';
import type { HashedFile } from '../documents/blob-store.ts';
import { createSink } from '../formats/create-sink.ts';
import type { Sink, SinkRecord } from '../formats/sink.ts';
import type { Field, GeometryKind } from '../register/declaration.ts';
import { HashedWriter } from './hashed-file.ts';
import type { RecordLine } from './record-line.ts';
import { type ReleaseFormat, renditionOf } from './release-question.ts';
import { pmtilesSink } from './tiles/pmtiles-sink.ts';

/** What decides the bytes of a rendition, beside the records. */
export interface RenditionLayer {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly geometry: GeometryKind | null;
  readonly records: number;
  /** The one time that may stand in a file: when the release's position was recorded. */
  readonly recordedAt: string;
}

export interface Rendition {
  readonly format: ReleaseFormat;
  readonly name: string;
  readonly mediaType: string;
  readonly file: HashedFile;
}

/** The records of a register on their way into files of several formats at once. */
export interface Renditions {
  write(records: readonly RecordLine[]): Promise<void>;
  finish(): Promise<Rendition[]>;
  /** Lets go of all that is open. */
  abort(): Promise<void>;
}

/** Column in which a rendition names the log's entry behind a row. */
export function entryColumn(fields: readonly Pick<Field, 'name'>[]): string {
  const taken = new Set(fields.map(({ name }) => name.toLowerCase()));
  let name = '_entry';
  while (taken.has(name)) name = `_${name}`;
  return name;
}

const entryTitle = { az: 'Jurnal qeydi', en: 'Entry of the log', ar: 'قيد اليومية', fa: 'ورودی دفتر' };

/**
 * Renders records as files in a folder. The same records in the same batches give the same bytes: no format is told
 * anything else.
 */
export function openRenditions(
  folder: string,
  layer: RenditionLayer,
  formats: readonly ReleaseFormat[],
  signal?: AbortSignal,
): Renditions {
  const { id, title, geometry, records: featureCount, recordedAt } = layer;
  const entry = entryColumn(layer.fields);
  const fields = [...layer.fields, { name: entry, type: 'integer' as const, title: entryTitle }];
  const sinkOf = (format: ReleaseFormat): Sink =>
    format === 'pmtiles'
      ? pmtilesSink({ id, title, fields, signal })
      : createSink(format, {
          layer: { id, title, fields, geometry },
          featureCount,
          changedAt: recordedAt,
        });
  // A register without places has no map.
  const possible = formats.filter((format) => format !== 'pmtiles' || geometry !== null);
  const targets = possible.map((format) => {
    const { name, mediaType } = renditionOf(id, format);
    const sink = sinkOf(format);
    return { format, name, mediaType, sink, writer: new HashedWriter(join(folder, name)) };
  });
  return {
    async write(records) {
      const rows = records.map((record) => sinkRecord(record, entry));
      for (const { sink, writer } of targets) {
        const chunk = await sink.write(rows);
        if (chunk !== undefined && chunk.length > 0) await writer.write(chunk);
      }
    },
    async finish() {
      const made: Rendition[] = [];
      for (const { format, name, mediaType, sink, writer } of targets) {
        for await (const chunk of sink.end()) if (chunk.length > 0) await writer.write(chunk);
        made.push({ format, name, mediaType, file: await writer.finish() });
      }
      return made;
    },
    async abort() {
      for (const { sink, writer } of targets) {
        await sink.abort();
        writer.close();
      }
    },
  };
}

function sinkRecord({ id, geometry, properties, log }: RecordLine, entry: string): SinkRecord {
  return { id, geometry, properties: { ...properties, [entry]: log.position } };
}
