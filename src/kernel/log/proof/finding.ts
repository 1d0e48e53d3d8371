import type { Position } from '../entry.ts';

/**
 * What does not hold, and where.
 * - `missing`: the log lacks the entry
 * - `payload`: the body, or the salt that it was committed with, is not what was proven
 * - `envelope`: what stands around the body (record, times, actor, legal basis, cause), or its commitment, is not
 * - `commitment`: the stored copy of the commitment was changed; the entry holds
 * - `erasure`: the body is said to be erased and the log does not say so, or something of it is still there
 * - `tile`: a stored tile is not what was signed; the entries under it hold
 * - `checkpoint`: the stored checkpoint is damaged, of another log, or not signed by a known key
 * - `history`: entries of the span do not lead to the root that was signed for them
 * - `truncated`: a checkpoint speaks of more entries than the log has
 */
export type FindingKind =
  | 'missing'
  | 'payload'
  | 'envelope'
  | 'commitment'
  | 'erasure'
  | 'tile'
  | 'checkpoint'
  | 'history'
  | 'truncated';

export interface Finding {
  readonly kind: FindingKind;
  /** Entry that does not hold; of a span, its first. */
  readonly position?: Position;
  /** Last entry of a span. */
  readonly upTo?: Position;
  readonly register?: string;
  readonly record?: string;
  /** Path of a tile, as in `0/x001/234`. */
  readonly tile?: string;
  /** Size of the tree of a checkpoint. */
  readonly size?: number;
}

/** What came of checking a whole log. */
export interface LogReport {
  readonly origin: string;
  /** Entries that are in the tree. */
  readonly proven: number;
  /** Entries that came after the last checkpoint. */
  readonly unproven: number;
  /** Entries whose bodies were erased by law; their leaves hold. */
  readonly erased: readonly Position[];
  readonly checkpoints: number;
  /** Verifier keys that the check was made with, and whether they came from the checker. */
  readonly keys: readonly string[];
  readonly areKeysTrusted: boolean;
  readonly findings: readonly Finding[];
  /** The first entry that does not hold. */
  readonly first?: Position;
}

/** The finding that names the earliest entry; undefined where no entry is named. */
export function firstPosition(findings: readonly Finding[]): Position | undefined {
  const positions = findings.flatMap(({ position }) => (position === undefined ? [] : [position]));
  return positions.length === 0 ? undefined : Math.min(...positions);
}
