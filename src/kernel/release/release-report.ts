import type { Position } from '../log/entry.ts';

/**
 * What does not hold in a release.
 * - `manifest`: the manifest is missing, damaged or not in canonical form
 * - `note`: the signature is not over this manifest, or none of the known keys made it
 * - `checkpoint`: the signed tree is damaged, not the manifest's, or not signed by a known key
 * - `keys`: a line of the keys file is no key
 * - `log`: what the manifest says of the log does not lead to the signed tree
 * - `missing`: a file is not there
 * - `file`: a file is not the one that the manifest names; `byte` is where it first differs, if that can be told
 * - `record`: a record does not say what the log has at its position, or is not a line of canonical JSON
 * - `records`: records are out of order, too few or too many, or of a register that has other fields
 * - `proof`: the hashes of the proof do not lead to the signed tree
 * - `rendition`: the file is the one that the manifest names, and does not say what the records say
 */
export type ReleaseFindingKind =
  | 'manifest'
  | 'note'
  | 'checkpoint'
  | 'keys'
  | 'log'
  | 'missing'
  | 'file'
  | 'record'
  | 'records'
  | 'proof'
  | 'rendition';

export interface ReleaseFinding {
  readonly kind: ReleaseFindingKind;
  readonly file: string;
  readonly register?: string;
  readonly record?: string;
  readonly position?: Position;
  /** Line of a records file, from 1. */
  readonly line?: number;
  readonly byte?: number;
}

/** What came of checking a release. */
export interface ReleaseReport {
  /** SHA-256 of the manifest; empty where there is none. */
  readonly id: string;
  readonly origin: string;
  readonly position: Position;
  readonly recordedAt: string;
  readonly records: number;
  /** Records whose bodies are not whole: that they were recorded is proven, what they say is the signer's word. */
  readonly withheld: number;
  readonly files: number;
  /** True where every rendition was made again from the records and compared. */
  readonly areRenditionsChecked: boolean;
  /** Ids of the keys that signed the manifest. */
  readonly signedBy: readonly string[];
  readonly areKeysTrusted: boolean;
  readonly findings: readonly ReleaseFinding[];
}
