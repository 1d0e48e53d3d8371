import { canonicalJson } from '../log/canonical-json.ts';
import type { Position } from '../log/entry.ts';
import type { Field, RegisterDeclaration } from '../register/declaration.ts';
import type { ReleaseFormat } from './release-question.ts';

/** The types of release there are, in the order in which they came: maps of the second share values by name. */
export const manifestTypes = ['ufuq-release/1', 'ufuq-release/2'] as const;
/** The type that is made. */
export const manifestType = 'ufuq-release/2' satisfies (typeof manifestTypes)[number];
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** Names of the files that belong to a release and not to one of its registers. */
export const manifestFile = 'manifest.json';
export const noteFile = 'manifest.note';
export const checkpointFile = 'checkpoint';

/** The signed tree that a release is proven by, and how the log stood at the release's own position. */
export interface ManifestLog {
  readonly origin: string;
  /** Tree of the checkpoint. */
  readonly size: number;
  readonly root: string;
  /** The tree of the entries up to the position, and the proof that it is the beginning of the checkpoint's. */
  readonly positionRoot: string;
  readonly consistency: readonly string[];
  /** The entry at the position: its hash, its leaf where everybody may read it, and its inclusion. */
  readonly head: { readonly hash: string; readonly leaf?: string; readonly inclusion: readonly string[] };
}

export interface ManifestSource {
  readonly label: string | null;
  readonly source: string | null;
  readonly records: number;
}

export interface ManifestRegister {
  readonly id: string;
  /** What everybody may know of the declaration as it stood at the position. */
  readonly declaration: Pick<RegisterDeclaration, 'id' | 'title' | 'description' | 'geometry'> & {
    readonly fields: readonly Field[];
    readonly [key: string]: unknown;
  };
  /** JSON Schema of a record's properties. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly records: number;
  /** Records of which some properties are withheld; the whole body is committed to and not shown. */
  readonly withheld: number;
  /** Whether a rule keeps some records, or some fields, from everybody. */
  readonly restricted: { readonly rows: boolean; readonly fields: boolean };
  /** Entries of the register up to the position whose bodies were erased by law: no release can show them again. */
  readonly erased: number;
  readonly entries: { readonly first: Position; readonly last: Position } | null;
  readonly bbox: readonly number[] | null;
  readonly interval: readonly [string | null, string | null] | null;
  readonly sources: readonly ManifestSource[];
  /** Statements that the register is complete, as they stood. */
  readonly completeness: readonly unknown[];
}

export interface ManifestFile {
  readonly name: string;
  readonly register: string;
  readonly role: 'records' | 'proof' | 'rendition';
  readonly format: ReleaseFormat | 'records' | 'proof';
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * What a release is: which registers at which position, every file by its hash, and the tree of the log that proves it.
 * It has no time but those of the log, and nothing of the machine that made it.
 */
export interface Manifest {
  readonly type: (typeof manifestTypes)[number];
  readonly position: Position;
  /** When the entry at the position was recorded. */
  readonly recordedAt: string;
  /** The records hold at this instant. */
  readonly datetime: string;
  /** A release has what everybody may see, whoever made it. */
  readonly access: 'public';
  readonly crs: typeof crs84;
  readonly licence: string | null;
  readonly log: ManifestLog;
  readonly registers: readonly ManifestRegister[];
  readonly files: readonly ManifestFile[];
}

/** The bytes that are hashed and signed: canonical JSON (RFC 8785) and a newline. */
export function manifestText(manifest: Manifest): string {
  return `${canonicalJson(manifest)}\n`;
}

/** Text of the note that signs a release or a delta: what it is, and the SHA-256 of its manifest in hexadecimal. */
export function noteText(type: string, id: string): string {
  return `${type}\n${id}\n`;
}

export function recordsFile(register: string): string {
  return `${register}.geojsonl`;
}

export function proofFile(register: string): string {
  return `${register}.proof`;
}
