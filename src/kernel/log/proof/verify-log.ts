import sql from 'sql-template-tag';
import type { Queryable } from '../../db/database.ts';
import { BlockFrontier } from './block-frontier.ts';
import { judgeBlock } from './block-verdict.ts';
import { checkCheckpoints, type SoundCheckpoint, soundCheckpoint } from './checkpoint-check.ts';
import { allCheckpoints, logKeys } from './checkpoint-store.ts';
import { type Finding, firstPosition, type LogReport } from './finding.ts';
import { erasedPositions, logBlocks } from './log-block.ts';
import { type Hash, isSameHash, rootOfHashes } from './merkle-hash.ts';
import { tileWidth } from './tile-address.ts';
import { checkUpperTiles, levelOf } from './upper-tiles.ts';
import { formatVerifierKey, type VerifierKey } from './verifier-key.ts';

export interface LogCheck {
  /** Keys that the checker has from elsewhere; those that the store names by default. */
  readonly keys?: readonly VerifierKey[];
  /** Signed checkpoints that the checker kept: this log must be a continuation of each. */
  readonly kept?: readonly string[];
  readonly onProgress?: (checked: number, total: number) => void;
}

/** Checks a whole log: hashes every entry anew and holds it against tiles, against every checkpoint, and against kept ones. */
export async function verifyLog(
  db: Queryable,
  { keys, kept = [], onProgress }: LogCheck = {},
): Promise<LogReport> {
  const [row] = await db.query<{ origin: string | null; entries: number }>(sql`
    select (select origin from ufuq.log_origin) as origin, (select coalesce(max(position), 0) from ufuq.entry) as entries`);
  const origin = row!.origin ?? '';
  const entries = Number(row!.entries);
  const stored = await allCheckpoints(db);
  const known = keys ?? (await logKeys(db)).map(({ key }) => key);
  const checked = checkCheckpoints(stored, origin, known);
  const outside = kept.map((text) => soundCheckpoint(text, origin, known));
  const findings: Finding[] = [...checked.findings];
  if (outside.includes(undefined)) findings.push({ kind: 'checkpoint' });
  const measures = [...checked.sound, ...(outside.filter(Boolean) as SoundCheckpoint[])].sort(
    (a, b) => a.size - b.size,
  );
  const size = measures.at(-1)?.size ?? 0;

  const walk = await walkLog(db, size, measures, (checkedNow) => onProgress?.(checkedNow, size));
  // Of what the log lost at its end, one finding says enough.
  const lost = (finding: Finding) => finding.kind === 'missing' && finding.position! > entries;
  findings.push(...walk.findings.filter((finding) => !lost(finding)));
  if (entries < size) findings.push({ kind: 'truncated', position: entries + 1, upTo: size, size });
  findings.push(...(await checkUpperTiles(db, walk.blockRoots)));
  const first = firstPosition(findings);
  return {
    origin,
    proven: Math.min(size, entries),
    unproven: Math.max(0, entries - size),
    erased: [...(await erasedPositions(db))],
    checkpoints: stored.length,
    keys: known.map(formatVerifierKey),
    areKeysTrusted: keys !== undefined,
    findings,
    ...(first !== undefined && { first }),
  };
}

interface Walk {
  readonly findings: readonly Finding[];
  readonly blockRoots: readonly Hash[];
}

/** Walks the entries once; the signed roots are compared where their sizes are passed. */
async function walkLog(
  db: Queryable,
  size: number,
  measures: readonly SoundCheckpoint[],
  onProgress: (checked: number) => void,
): Promise<Walk> {
  const findings: Finding[] = [];
  const above = await levelOf(db, 1);
  const frontier = new BlockFrontier();
  const blockRoots: Hash[] = [];
  let agreed = 0;
  let next = 0;
  for await (const block of logBlocks(db, size)) {
    const isFull = block.entries.length === tileWidth;
    const expected = isFull ? above[block.index] : measures.at(-1)!.root;
    const verdict = judgeBlock(block, (leaves) => {
      const root = isFull ? rootOfHashes(leaves) : frontier.root(leaves);
      return expected !== undefined && isSameHash(root, expected);
    });
    findings.push(...verdict.findings);
    const start = block.index * tileWidth;
    const end = start + block.entries.length;
    for (; next < measures.length && measures[next]!.size <= end; next++) {
      const measure = measures[next]!;
      const root = frontier.root(verdict.leaves.slice(0, measure.size - start));
      if (isSameHash(root, measure.root)) agreed = measure.size;
      else findings.push({ kind: 'history', size: measure.size, position: agreed + 1, upTo: measure.size });
    }
    if (isFull) {
      const root = rootOfHashes(verdict.leaves);
      blockRoots.push(root);
      frontier.append(root);
    }
    onProgress(end);
  }
  return { findings, blockRoots };
}
