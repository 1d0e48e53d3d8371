import { Problem } from '../../kernel/errors.ts';
import type { FormatId } from '../../kernel/formats/formats.ts';
import type { Sink, SinkOptions } from '../../kernel/formats/sink.ts';

export async function createSink(_format: FormatId, _options: SinkOptions): Promise<Sink> {
  throw new Problem('not-acceptable', { allowed: 'json, html, jsonfg' });
}
