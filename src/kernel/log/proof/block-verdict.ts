import type { Finding } from './finding.ts';
import type { LogBlock } from './log-block.ts';
import { type Hash, isSameHash } from './merkle-hash.ts';
import { tilePath } from './tile-address.ts';

/** Which leaves a block is taken to have, and what does not hold in it. */
export interface BlockVerdict {
  readonly leaves: readonly Hash[];
  readonly findings: readonly Finding[];
}

/**
 * Holds the entries of a block against its tile. Where they differ, `isProven` tells of a list of leaves whether the tree
 * above leads to the signed root with them: the entries are to blame where it does with the tile's, the tile where it
 * does with theirs, and both where it does with neither.
 */
export function judgeBlock(block: LogBlock, isProven: (leaves: readonly Hash[]) => boolean): BlockVerdict {
  const { entries, tile } = block;
  const own = entries.filter(({ finding }) => finding !== undefined);
  const isEqual = entries.every(({ hash }, i) => hash && tile[i] && isSameHash(hash, tile[i]));
  const computed = entries.map(({ hash }) => hash);
  if (isEqual) return { leaves: tile.slice(0, entries.length), findings: own.map(({ finding }) => finding!) };

  const kept = tile.length >= entries.length ? tile.slice(0, entries.length) : undefined;
  const isWhole = !computed.includes(undefined);
  const badTile: Finding = { kind: 'tile', tile: `0/${tilePath(block.index)}` };
  if (isWhole && isProven(computed as Hash[]))
    return { leaves: computed as Hash[], findings: [badTile, ...own.map(({ finding }) => finding!)] };
  const blamed = entries.flatMap(({ hash, finding, blame }, i) => {
    const proven = kept?.[i];
    if (proven && hash && isSameHash(hash, proven)) return finding ? [finding] : [];
    return proven ? [blame(proven)] : finding ? [finding] : [];
  });
  if (kept && isProven(kept)) return { leaves: kept, findings: blamed };
  return { leaves: kept ?? (computed.filter(Boolean) as Hash[]), findings: [badTile, ...blamed] };
}
