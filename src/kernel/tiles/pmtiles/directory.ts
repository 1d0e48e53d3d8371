import { PbfWriter } from 'pbf';
import { stableGzip } from './gzip.ts';

/** Directories of a PMTiles archive (version 3, "Directories"): which tiles lie where. */

/** A run of tiles with the same bytes, or (`runLength` 0) a leaf directory. Offsets count from their section's start. */
export interface DirectoryEntry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  readonly runLength: number;
}

/** Header and root directory together stand in the first 16 KiB, which a client fetches at once. */
const longestRoot = 16_384 - 127;
const smallestLeaf = 4096;

function encode(entries: readonly DirectoryEntry[]): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarint(entries.length);
  let last = 0;
  for (const { tileId } of entries) {
    pbf.writeVarint(tileId - last);
    last = tileId;
  }
  for (const { runLength } of entries) pbf.writeVarint(runLength);
  for (const { length } of entries) pbf.writeVarint(length);
  let next = 0;
  for (const [index, { offset, length }] of entries.entries()) {
    pbf.writeVarint(index > 0 && offset === next ? 0 : offset + 1);
    next = offset + length;
  }
  return stableGzip(pbf.finish());
}

/** The root directory, and leaf directories one after another where one does not suffice. */
export function buildDirectories(entries: readonly DirectoryEntry[]): {
  readonly root: Uint8Array;
  readonly leaves: Uint8Array;
} {
  if (entries.length <= 16_384) {
    const root = encode(entries);
    if (root.length <= longestRoot) return { root, leaves: new Uint8Array() };
  }
  for (let size = smallestLeaf; ; size *= 2) {
    const pointers: DirectoryEntry[] = [];
    const leaves: Uint8Array[] = [];
    let offset = 0;
    for (let first = 0; first < entries.length; first += size) {
      const leaf = encode(entries.slice(first, first + size));
      pointers.push({ tileId: entries[first]!.tileId, offset, length: leaf.length, runLength: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = encode(pointers);
    if (root.length <= longestRoot) return { root, leaves: Buffer.concat(leaves) };
  }
}
