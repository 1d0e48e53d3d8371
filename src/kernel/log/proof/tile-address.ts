/** Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles). */
export const tileWidth = 256;

/** A tile by its level, its number in the level, and how many of its hashes are meant. */
export interface TileAddress {
  readonly level: number;
  readonly index: number;
  /** 1 to 256; less than 256 is a partial tile. */
  readonly width: number;
}

/** `1234067` as `x001/x234/067`, with `.p/W` behind it where the tile is partial (C2SP tlog-tiles, "Merkle Tree"). */
export function tilePath(index: number, width: number = tileWidth): string {
  const groups: string[] = [];
  let rest = index;
  do {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return width === tileWidth ? path : `${path}.p/${width}`;
}

const pattern = /^((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Number and width that a path names; undefined where it is spelled in any other way. */
export function parseTilePath(path: string): { index: number; width: number } | undefined {
  const match = pattern.exec(path);
  if (!match) return undefined;
  const [, groups = '', last = '', partial] = match;
  const index = Number(groups.replace(/[x/]/g, '') + last);
  const width = partial === undefined ? tileWidth : Number(partial);
  if (!Number.isSafeInteger(index) || (partial !== undefined && width >= tileWidth)) return undefined;
  return tilePath(index, width) === path ? { index, width } : undefined;
}

/** Hashes that a tree of `size` leaves has on a level of its tiles: one per full tile of the level below. */
function hashesOnLevel(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** How wide a tile is in a tree of `size` leaves; 0 where the tree does not reach it. */
export function widthOfTile(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(tileWidth, hashesOnLevel(size, level) - index * tileWidth));
}
