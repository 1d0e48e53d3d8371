import { type FormatId, formatOf } from './formats.ts';
import type { Sink, SinkRecord } from './sink.ts';

/** Parts of a text format that is written record by record. */
export interface TextParts {
  /** Before the first record. */
  head(): string;
  record(record: SinkRecord, index: number): string;
  /** After the last record. */
  tail(): string;
}

/** A sink of text that keeps nothing: what comes in leaves at once. */
export function textSink(format: FormatId, parts: TextParts): Sink {
  const { mediaTypes, extensions } = formatOf(format)!;
  let count = 0;
  let hasBegun = false;
  const begin = () => {
    const head = hasBegun ? '' : parts.head();
    hasBegun = true;
    return head;
  };
  return {
    mediaType: mediaTypes[0]!,
    extension: extensions[0]!,
    isBinary: false,
    isStreamed: true,
    write(records) {
      let text = begin();
      for (const record of records) text += parts.record(record, count++);
      return text;
    },
    async *end() {
      yield begin() + parts.tail();
    },
    abort: async () => {},
  };
}
