import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { hilbertTileId } from '../../geo/grid/hilbert-tile-id.ts';
import { buildDirectories, type DirectoryEntry } from './directory.ts';
import { stableGzip } from './gzip.ts';
import { encodeHeader } from './header.ts';

/** A vector tile of the Web Mercator pyramid, not compressed. */
export interface ArchivedTile {
  readonly level: number;
  readonly column: number;
  readonly row: number;
  readonly bytes: Uint8Array;
}

export interface ArchiveOptions {
  /** Members of the archive's metadata; `vector_layers` is required for vector tiles. Written in the order given. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: readonly [number, number, number, number];
  readonly signal?: AbortSignal;
}

/** What an archive holds. */
export interface ArchiveReport {
  /** Tiles that can be asked for. */
  readonly tiles: number;
  /** Distinct contents stored. */
  readonly contents: number;
  /** Bytes of the file. */
  readonly bytes: number;
}

/**
 * Writes tiles, given in the order of their Hilbert numbers (level after level), as a clustered PMTiles archive
 * (version 3). The file appears whole or not at all; the same tiles give the same bytes on every machine.
 * @throws RangeError for a tile out of order; the signal's reason where it is stopped; the system's error where the
 * file cannot be written, before the first tile is asked for where something other than a file stands in its place
 */
export async function writePmtiles(
  path: string,
  tiles: AsyncIterable<ArchivedTile> | Iterable<ArchivedTile>,
  options: ArchiveOptions,
): Promise<ArchiveReport> {
  await requireFile(path);
  const part = `${path}.part`;
  const heap = `${path}.tiles.part`;
  try {
    await using spooled = await open(heap, 'w+');
    const contents = await spool(spooled, tiles, options.signal);
    const bytes = await assemble(part, spooled, contents, options);
    await rename(part, path);
    return { tiles: contents.addressed, contents: contents.distinct, bytes };
  } finally {
    await rm(heap, { force: true });
    await rm(part, { force: true });
  }
}

/** A folder or a device is nothing that an archive could take the place of. */
async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (found && !found.isFile())
    throw Object.assign(new Error(`${path} is not a file`), { code: 'EEXIST', path });
}

interface Spooled {
  readonly entries: DirectoryEntry[];
  readonly length: number;
  readonly addressed: number;
  readonly distinct: number;
}

async function spool(
  heap: FileHandle,
  tiles: AsyncIterable<ArchivedTile> | Iterable<ArchivedTile>,
  signal: AbortSignal | undefined,
): Promise<Spooled> {
  const entries: { tileId: number; offset: number; length: number; runLength: number }[] = [];
  const places = new Map<string, { offset: number; length: number }>();
  let length = 0;
  let addressed = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    await heap.writeFile(Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  for await (const { level, column, row, bytes } of tiles) {
    signal?.throwIfAborted();
    const tileId = hilbertTileId(level, column, row);
    const last = entries.at(-1);
    if (last && tileId < last.tileId + last.runLength)
      throw new RangeError(`tile ${level}/${column}/${row} comes after one with a greater number`);
    addressed++;
    const key = createHash('sha256').update(bytes).digest('base64');
    let place = places.get(key);
    if (!place) {
      const packed = stableGzip(bytes);
      place = { offset: length, length: packed.length };
      places.set(key, place);
      length += packed.length;
      waiting.push(packed);
      waitingBytes += packed.length;
      if (waitingBytes >= copyBytes) await flush();
    }
    const continues = last?.offset === place.offset && tileId === last.tileId + last.runLength;
    if (continues) last.runLength++;
    else entries.push({ tileId, ...place, runLength: 1 });
  }
  await flush();
  return { entries, length, addressed, distinct: places.size };
}

async function assemble(
  part: string,
  heap: FileHandle,
  contents: Spooled,
  options: ArchiveOptions,
): Promise<number> {
  const { root, leaves } = buildDirectories(contents.entries);
  const metadata = stableGzip(new TextEncoder().encode(JSON.stringify(options.metadata)));
  const header = encodeHeader({
    rootLength: root.length,
    metadataLength: metadata.length,
    leavesLength: leaves.length,
    tilesLength: contents.length,
    addressedTiles: contents.addressed,
    tileEntries: contents.entries.length,
    tileContents: contents.distinct,
    minZoom: options.minZoom,
    maxZoom: options.maxZoom,
    bounds: options.bounds,
  });
  await using out = await open(part, 'w');
  for (const section of [header, root, metadata, leaves]) await out.writeFile(section);
  const chunk = Buffer.alloc(copyBytes);
  for (let at = 0; at < contents.length; ) {
    options.signal?.throwIfAborted();
    const { bytesRead } = await heap.read(chunk, 0, copyBytes, at);
    if (bytesRead === 0) throw new Error(`${part}: the tiles that were put aside are cut off`);
    await out.writeFile(chunk.subarray(0, bytesRead));
    at += bytesRead;
  }
  await out.sync();
  return header.length + root.length + metadata.length + leaves.length + contents.length;
}

/** Bytes of tiles that are written at a time. */
const copyBytes = 1 << 20;
