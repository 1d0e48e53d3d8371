import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FormatId, formatOf } from './formats.ts';
import type { Sink, SinkRecord } from './sink.ts';

/** What a format does that needs a folder of its own until it is whole. */
export interface SpooledParts {
  write(folder: string, records: readonly SinkRecord[]): void | Promise<void>;
  /** Finishes and names the file in the folder that is sent. */
  finish(folder: string): string | Promise<string>;
  /** Lets go of what is open; the folder itself is removed afterwards. */
  release?(): void | Promise<void>;
}

/** A sink that gathers in a temporary folder and sends one file at the end. */
export function spooledSink(format: FormatId, parts: SpooledParts): Sink {
  const { mediaTypes, extensions } = formatOf(format)!;
  let folder: Promise<string> | undefined;
  const open = () => (folder ??= mkdtemp(join(tmpdir(), 'ufuq-write-')));
  const abort = async () => {
    await parts.release?.();
    if (folder) await rm(await folder, { recursive: true, force: true });
  };
  return {
    mediaType: mediaTypes[0]!,
    extension: extensions[0]!,
    isBinary: true,
    isStreamed: false,
    async write(records) {
      await parts.write(await open(), records);
      return undefined;
    },
    async *end() {
      try {
        const name = await parts.finish(await open());
        yield* createReadStream(join(await open(), name), {
          highWaterMark: 1 << 18,
        }) as AsyncIterable<Buffer>;
      } finally {
        await abort();
      }
    },
    abort,
  };
}

/** Names that differ in more than case, for tables in SQL and dBase: later ones get a number. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let i = 2; taken.has(candidate.toLowerCase()); i++) candidate = `${name}_${i}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
