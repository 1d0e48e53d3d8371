import { open } from 'node:fs/promises';
import { textDecoder } from '../feature-text.ts';
import { SourceError } from '../source.ts';
import { XmlError, type XmlHandler, XmlParser } from './xml-parser.ts';

const chunkSize = 1 << 18;

/**
 * Runs an XML file through a handler piece by piece and yields the share that was read after each, so that the caller can
 * take away what the handler has gathered. @throws SourceError `file-truncated`, `file-damaged`, `not-utf8-file`
 */
export async function* readXml(
  path: string,
  handler: XmlHandler,
  options: { encoding?: string; signal?: AbortSignal; records: () => number },
): AsyncGenerator<number> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(chunkSize);
    const parser = new XmlParser(handler);
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    let done = 0;
    for (;;) {
      if (options.signal?.aborted) throw new SourceError('cancelled');
      const { bytesRead } = await file.read(buffer, 0, chunkSize, done);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      const encoding = options.encoding ?? (decoder ? undefined : declaredEncoding(chunk));
      decoder ??=
        encoding && !/^utf-?8$/i.test(encoding)
          ? textDecoder(encoding)
          : new TextDecoder('utf-8', { fatal: true });
      parser.write(decode(decoder, chunk, done));
      done += bytesRead;
      yield done / size;
    }
    if (!parser.isComplete)
      throw new SourceError('file-truncated', { byte: size, records: options.records() });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new SourceError('file-damaged', {
      format: 'XML',
      reason: error.message,
      byte: error.at,
      records: options.records(),
    });
  } finally {
    await file.close();
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer, at: number): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new SourceError('not-utf8-file', { byte: at });
  }
}

/** Encoding of the XML declaration or a UTF-16 byte order mark. */
function declaredEncoding(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(
    head.toString('latin1', 0, 200),
  )?.[1];
}
