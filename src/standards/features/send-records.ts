import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { createSink } from '../../kernel/formats/create-sink.ts';
import type { FormatId } from '../../kernel/formats/formats.ts';
import type { Sink, SinkRecord } from '../../kernel/formats/sink.ts';
import { mapPositions } from '../../kernel/geo/geometry-positions.ts';
import { textIn } from '../../kernel/i18n/text-in.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import type { Collection, RequestContext } from './context.ts';
import { type AskedCrs, contentCrs, crs84, swapped } from './crs.ts';
import type { ItemFormat } from './item-formats.ts';
import type { ItemsQuery } from './items-query.ts';

type Batches = Iterable<readonly RecordView[]> | AsyncIterable<readonly RecordView[]>;

export interface SentRecords {
  readonly format: ItemFormat;
  readonly query: ItemsQuery;
  readonly batches: Batches;
}

/** Sends records as a file: text formats and FlatGeobuf while they are read, the others once they are whole. */
export async function sendRecords(
  context: RequestContext,
  collection: Collection,
  reply: FastifyReply,
  { format, query, batches }: SentRecords,
): Promise<FastifyReply> {
  const { register, view } = collection;
  const { properties, skipGeometry } = query.shape;
  const abort = new AbortController();
  const sink = createSink(format.sink as FormatId, {
    layer: {
      id: register.id,
      title: textIn(context.language, register.title),
      fields: view.fields.filter(({ name }) => !properties || properties.includes(name)),
      geometry: skipGeometry ? null : register.geometry,
    },
    epsg: query.crs.epsg,
    signal: abort.signal,
  });
  reply.header('content-disposition', `attachment; filename="${register.id}.${sink.extension}"`);
  reply.type(format.mediaType);
  if (format.sink === 'jsonfg' && query.crs.epsg === 4326) reply.header('content-crs', contentCrs(crs84));
  const stream = Readable.from(chunks(sink, batches, query.crs, format), { objectMode: false });
  stream.on('close', () => abort.abort());
  return reply.send(stream);
}

async function* chunks(sink: Sink, batches: Batches, crs: AskedCrs, format: ItemFormat) {
  let isDone = false;
  try {
    for await (const batch of batches) {
      const chunk = await sink.write(batch.map((record) => sinkRecord(record, crs, format)));
      if (chunk !== undefined && chunk.length > 0) yield Buffer.from(chunk as string);
    }
    for await (const chunk of sink.end()) if (chunk.length > 0) yield Buffer.from(chunk as string);
    isDone = true;
  } finally {
    if (!isDone) await sink.abort();
  }
}

/** Formats that write coordinates as they get them, so the order of the reference system is made here. */
const writesAsGiven: ReadonlySet<string> = new Set(['geojson', 'geojsonseq', 'jsonfg']);

function isSwapped({ isYFirst, epsg }: AskedCrs, { sink }: ItemFormat): boolean {
  // JSON-FG has its WGS 84 in `geometry`, where longitude is first whatever was asked for.
  return isYFirst && writesAsGiven.has(sink!) && !(sink === 'jsonfg' && epsg === 4326);
}

function sinkRecord(record: RecordView, crs: AskedCrs, format: ItemFormat): SinkRecord {
  const { from, to } = record.valid;
  const { geometry } = record;
  return {
    id: record.id,
    geometry: geometry && isSwapped(crs, format) ? mapPositions(geometry, swapped) : geometry,
    properties: record.properties,
    ...(from === null && to === null
      ? {}
      : { time: { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) } }),
  };
}
