import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { textDecoder } from '../feature-text.ts';
import { SourceError } from '../source.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

/** What an archive may hold: more is refused before or while it is unpacked, so that no archive fills the disk. */
export const archiveLimits = { entries: 10_000, totalBytes: 8 * 2 ** 30, ratio: 200 };

/** Entries of a ZIP file, folders left out, from its central directory. @throws SourceError where it is cut off */
export async function zipEntries(path: string, limits = archiveLimits): Promise<ZipEntry[]> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (at < 0 || at + 22 > tail.length) throw new SourceError('file-truncated', { byte: size, records: 0 });
    const count = tail.readUInt16LE(at + 10);
    const length = tail.readUInt32LE(at + 12);
    const start = tail.readUInt32LE(at + 16);
    if (count > limits.entries)
      throw new SourceError('archive-too-large', { entries: count, limit: limits.entries });
    if (start + length > size) throw new SourceError('file-truncated', { byte: size, records: 0 });
    const directory = Buffer.alloc(length);
    await handle.read(directory, 0, length, start);
    return refuseLarge(readDirectory(directory, count), size, limits);
  } finally {
    await handle.close();
  }
}

function readDirectory(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) {
      throw new SourceError('file-damaged', { format: 'ZIP', reason: 'central directory' });
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const bytes = directory.subarray(at + 46, at + 46 + nameLength);
    const isUtf8 = (directory.readUInt16LE(at + 8) & 0x800) !== 0;
    const name = isUtf8 ? bytes.toString('utf8') : textDecoder('utf-8').decode(bytes);
    const entry = {
      name,
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    };
    if (!name.endsWith('/') && !name.startsWith('__MACOSX/')) entries.push(entry);
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function refuseLarge(entries: ZipEntry[], fileSize: number, limits: typeof archiveLimits): ZipEntry[] {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const limit = Math.min(limits.totalBytes, Math.max(fileSize * limits.ratio, 100 * 2 ** 20));
  if (total > limit) throw new SourceError('archive-too-large', { bytes: total, limit });
  return entries;
}

/** Unpacks one entry to a file of its own name (never its path) in `folder`; more bytes than stated are refused. */
export async function unpackEntry(
  path: string,
  entry: ZipEntry,
  folder: string,
  name: string,
): Promise<string> {
  const handle = await open(path, 'r');
  const local = Buffer.alloc(30);
  await handle.read(local, 0, 30, entry.headerAt);
  await handle.close();
  if (local.readUInt32LE(0) !== 0x04034b50)
    throw new SourceError('file-damaged', { format: 'ZIP', reason: entry.name });
  if (entry.method !== 0 && entry.method !== 8) {
    throw new SourceError('file-damaged', { format: 'ZIP', reason: `compression method ${entry.method}` });
  }
  const start = entry.headerAt + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const target = join(folder, name);
  await mkdir(dirname(target), { recursive: true });
  const output = createWriteStream(target);
  if (entry.packedSize === 0) {
    await pipeline([], output);
    return target;
  }
  const input = createReadStream(path, { start, end: start + entry.packedSize - 1 });
  const guard = atMost(entry.size, entry.name);
  try {
    if (entry.method === 0) await pipeline(input, guard, output);
    else await pipeline(input, createInflateRaw(), guard, output);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError('file-damaged', { format: 'ZIP', reason: entry.name }, error);
  }
  return target;
}

function atMost(limit: number, name: string): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new SourceError('archive-too-large', { entry: name, bytes: seen, limit }));
      else done(null, chunk);
    },
    flush(done) {
      done(seen < limit ? new SourceError('file-damaged', { format: 'ZIP', reason: name }) : null);
    },
  });
}
