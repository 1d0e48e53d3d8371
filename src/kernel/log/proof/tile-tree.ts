import {
  emptyRoot,
  type Hash,
  hashesOf,
  hashLength,
  hashNode,
  rootOfHashes,
  splitOf,
} from './merkle-hash.ts';
import { consistencyPath, inclusionPath, type Range } from './merkle-path.ts';
import { type TileAddress, tileWidth, widthOfTile } from './tile-address.ts';

/** Gives the hashes of a tile, end to end, at least as many as its width says. @throws where there is no such tile */
export type TileSource = (address: TileAddress) => Promise<Uint8Array>;

/** A Merkle tree of a given size that is read from its tiles; whatever is asked touches a few tiles only. */
export class TileTree {
  readonly size: number;
  readonly #source: TileSource;

  constructor(size: number, source: TileSource) {
    this.size = size;
    this.#source = source;
  }

  root(): Promise<Hash> {
    return this.rangeHash({ start: 0, end: this.size });
  }

  /** Hashes that prove that the leaf `index` is in this tree (RFC 9162, 2.1.3). */
  async inclusionProof(index: number): Promise<Hash[]> {
    return await Promise.all(inclusionPath(index, this.size).map((range) => this.rangeHash(range)));
  }

  /** Hashes that prove that the tree of `first` leaves is the beginning of this one (RFC 9162, 2.1.4). */
  async consistencyProof(first: number): Promise<Hash[]> {
    return await Promise.all(consistencyPath(first, this.size).map((range) => this.rangeHash(range)));
  }

  /** Root of the tree as it was at an earlier size. */
  rootAt(size: number): Promise<Hash> {
    return this.rangeHash({ start: 0, end: size });
  }

  async rangeHash({ start, end }: Range): Promise<Hash> {
    const count = end - start;
    if (count === 0) return emptyRoot();
    const height = Math.log2(count);
    if (Number.isInteger(height) && start % count === 0) return await this.#subtree(height, start / count);
    const middle = start + splitOf(count);
    const [left, right] = await Promise.all([
      this.rangeHash({ start, end: middle }),
      this.rangeHash({ start: middle, end }),
    ]);
    return hashNode(left, right);
  }

  /** Hash of the full subtree of `2 ** height` leaves, the `index`-th of its height. */
  async #subtree(height: number, index: number): Promise<Hash> {
    const level = Math.floor(height / 8);
    const count = 2 ** (height % 8);
    const first = index * count;
    const tile = Math.floor(first / tileWidth);
    const width = widthOfTile(this.size, level, tile);
    const bytes = await this.#source({ level, index: tile, width });
    const from = (first % tileWidth) * hashLength;
    return rootOfHashes(hashesOf(bytes.subarray(from, from + count * hashLength)));
  }
}

/** A tile as it stands after the tree grew. */
export interface GrownTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

/** Tiles that change when leaves are appended to a tree of `size` leaves; partial tiles are read from `source`. */
export async function growTiles(
  size: number,
  leaves: readonly Hash[],
  source: TileSource,
): Promise<GrownTile[]> {
  const grown: GrownTile[] = [];
  let added = leaves;
  let before = size;
  for (let level = 0; added.length > 0; level++) {
    const above: Hash[] = [];
    const first = Math.floor(before / tileWidth);
    const kept = before % tileWidth;
    const known =
      kept === 0 ? [] : hashesOf(await source({ level, index: first, width: kept })).slice(0, kept);
    const hashes = [...known, ...added];
    for (let at = 0; at < hashes.length; at += tileWidth) {
      const part = hashes.slice(at, at + tileWidth);
      grown.push({ level, index: first + at / tileWidth, hashes: Buffer.concat(part) });
      if (part.length === tileWidth) above.push(rootOfHashes(part));
    }
    added = above;
    before = first;
  }
  return grown;
}
