import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
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
 * @throws RangeError for a tile out of order; the signal's reason where it is stopped.
 */
export async function writePmtiles(
  path: string,
  tiles: AsyncIterable<ArchivedTile> | Iterable<ArchivedTile>,
  options: ArchiveOptions,
): Promise<ArchiveReport> {
  const part = `${path}.part`;
  const heap = `${path}.tiles.part`;
  try {
    const contents = await spool(heap, tiles, options.signal);
    const bytes = await assemble(part, heap, contents, options);
    await rename(part, path);
    return { tiles: contents.addressed, contents: contents.distinct, bytes };
  } finally {
    await rm(heap, { force: true });
    await rm(part, { force: true });
  }
}

interface Spooled {
  readonly entries: DirectoryEntry[];
  readonly length: number;
  readonly addressed: number;
  readonly distinct: number;
}

async function spool(
  heap: string,
  tiles: AsyncIterable<ArchivedTile> | Iterable<ArchivedTile>,
  signal: AbortSignal | undefined,
): Promise<Spooled> {
  const out = createWriteStream(heap);
  const entries: { tileId: number; offset: number; length: number; runLength: number }[] = [];
  const places = new Map<string, { offset: number; length: number }>();
  let length = 0;
  let addressed = 0;
  try {
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
        await write(out, packed);
      }
      const continues = last?.offset === place.offset && tileId === last.tileId + last.runLength;
      if (continues) last.runLength++;
      else entries.push({ tileId, ...place, runLength: 1 });
    }
  } finally {
    out.end();
    await finished(out);
  }
  return { entries, length, addressed, distinct: places.size };
}

async function assemble(
  part: string,
  heap: string,
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
  const out = createWriteStream(part);
  for (const section of [header, root, metadata, leaves]) await write(out, section);
  for await (const chunk of createReadStream(heap)) {
    options.signal?.throwIfAborted();
    await write(out, chunk as Uint8Array);
  }
  out.end();
  await finished(out);
  await using file = await open(part, 'r+');
  await file.sync();
  return header.length + root.length + metadata.length + leaves.length + contents.length;
}

async function write(out: WriteStream, bytes: Uint8Array): Promise<void> {
  if (bytes.length > 0 && !out.write(bytes)) await once(out, 'drain');
}
