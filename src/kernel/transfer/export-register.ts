import type { Caller } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import { createSink } from '../formats/create-sink.ts';
import type { FormatId, Loss } from '../formats/formats.ts';
import type { Sink, SinkChunk, SinkRecord } from '../formats/sink.ts';
import type { Language } from '../i18n/language.ts';
import type { PageQuestion, RecordView } from '../query/question.ts';
import type { Services } from '../services.ts';

export interface ExportRequest extends Omit<PageQuestion, 'limit' | 'cursor'> {
  readonly format: FormatId;
  readonly caller: Caller;
  /** Language of titles in the file. */
  readonly language?: Language;
  /** CSV: begin with a byte order mark, for spreadsheets. */
  readonly withMark?: boolean;
  readonly signal?: AbortSignal;
  /** Hears of each record of which something did not fit into the file. */
  readonly onLoss?: (loss: Loss) => void;
  /** Called with the number of records written so far. */
  readonly onRecords?: (count: number) => void;
}

/** A register on its way out, as a file. */
export interface RegisterExport {
  readonly mediaType: string;
  /** Without dot. */
  readonly extension: string;
  readonly chunks: AsyncIterable<SinkChunk>;
}

/**
 * Writes what a question finds as a file of any format, at one position of the log: the one operation behind the command
 * line and HTTP. @throws {Problem} `register-not-found`
 */
export function exportRegister(
  services: Pick<Services, 'registry' | 'reader'>,
  request: ExportRequest,
): RegisterExport {
  const { format, language = 'en', withMark, signal, onLoss, onRecords, ...question } = request;
  const register = services.registry.require(request.register);
  const view = narrow(register, request.caller);
  const { properties, skipGeometry, epsg } = question;
  const sink = createSink(format, {
    layer: {
      id: register.id,
      title: register.title[language],
      fields: view.fields.filter(({ name }) => !properties || properties.includes(name)),
      geometry: skipGeometry ? null : register.geometry,
    },
    epsg: epsg ?? 4326,
    ...(withMark === undefined ? {} : { withMark }),
    ...(signal === undefined ? {} : { signal }),
    ...(onLoss ? { onLoss } : {}),
  });
  const batches = services.reader.stream(question);
  return {
    mediaType: sink.mediaType,
    extension: sink.extension,
    chunks: chunksOf(sink, batches, onRecords, signal),
  };
}

/** What leaves a sink while batches of records go in; frees it where the taker stops early. */
export async function* chunksOf(
  sink: Sink,
  batches: AsyncIterable<readonly RecordView[]>,
  onRecords: (count: number) => void = () => {},
  signal?: AbortSignal,
): AsyncGenerator<SinkChunk> {
  let isDone = false;
  let count = 0;
  try {
    for await (const batch of batches) {
      signal?.throwIfAborted();
      const chunk = await sink.write(batch.map(sinkRecord));
      if (chunk !== undefined && chunk.length > 0) yield chunk;
      onRecords((count += batch.length));
    }
    for await (const chunk of sink.end()) if (chunk.length > 0) yield chunk;
    isDone = true;
  } finally {
    if (!isDone) await sink.abort();
  }
}

function sinkRecord({ id, geometry, properties, valid: { from, to } }: RecordView): SinkRecord {
  const time = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  return { id, geometry, properties, ...(from === null && to === null ? {} : { time }) };
}
