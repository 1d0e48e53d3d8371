import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { headOf } from '../byte-window.ts';
import { utf16Of } from '../detection.ts';
import { textDecoder } from '../feature-text.ts';
import { SourceError, type SourceOptions } from '../source.ts';

/** A cell is null where nothing stands between the separators, and empty text where quotes stand there. */
export type CsvRow = readonly (string | null)[];

const delimiters = [',', ';', '\t', '|'] as const;

/** Rows of a CSV file, the header first, in batches. @throws SourceError `not-utf8-file`, `file-truncated`, `file-damaged` */
export async function* csvRows(
  options: SourceOptions,
  onProgress: (share: number) => void,
): AsyncGenerator<CsvRow[]> {
  const head = await headOf(options.path, 64 << 10);
  const encoding = encodingOf(head, options.encoding);
  const delimiter = options.delimiter ?? sniffDelimiter(head, encoding);
  const { size } = await stat(options.path);
  let read = 0;
  let rows = 0;
  const decoder = encoding ? textDecoder(encoding) : new TextDecoder('utf-8', { fatal: true });
  const decode = new Transform({
    readableObjectMode: false,
    encoding: 'utf8',
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, decoder.decode(chunk, { stream: true }));
      } catch {
        done(new SourceError('not-utf8-file', { byte: read }));
      }
      read += chunk.length;
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 64 << 20,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
  const input = createReadStream(options.path, {
    highWaterMark: 1 << 18,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  pipeline(input, decode, parser, () => {});
  try {
    let batch: CsvRow[] = [];
    for await (const row of parser) {
      batch.push(row as CsvRow);
      if (batch.length < 1_000) continue;
      rows += batch.length;
      onProgress(read / size);
      yield batch;
      batch = [];
    }
    onProgress(1);
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw failure(error, size, rows, options.signal);
  } finally {
    input.destroy();
    parser.destroy();
  }
}

function failure(error: unknown, size: number, records: number, signal?: AbortSignal): unknown {
  if (error instanceof SourceError) return error;
  if (signal?.aborted) return new SourceError('cancelled');
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new SourceError('file-truncated', { byte: size, records }, error);
  return new SourceError(
    'file-damaged',
    { format: 'CSV', reason: error.message.slice(0, 200), records },
    error,
  );
}

/** The character set that was named or that a byte order mark tells; undefined is UTF-8. `utf-16` alone leaves the order to the mark. */
function encodingOf(head: Buffer, named: string | undefined): string | undefined {
  if (named !== undefined && !/^utf-?16$/i.test(named.trim())) return named;
  return utf16Of(head) ?? named;
}

/** The separator that stands most often, equally often, in the first lines. */
function sniffDelimiter(head: Buffer, encoding: string | undefined): string {
  const decoder = encoding ? textDecoder(encoding) : new TextDecoder();
  const lines = decoder
    .decode(head)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r?\n/)
    .slice(0, 20);
  if (lines.length > 1) lines.pop();
  const score = (delimiter: string) => {
    const counts = lines.filter((line) => line !== '').map((line) => line.split(delimiter).length - 1);
    const first = counts[0] ?? 0;
    return first * (counts.filter((count) => count === first).length / Math.max(1, counts.length));
  };
  return [...delimiters].sort((a, b) => score(b) - score(a))[0] ?? ',';
}
