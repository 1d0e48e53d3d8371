import type { Caller } from '../access/caller.ts';
import type { RecordLimits } from '../register/record-check.ts';
import type { StoredRegistry } from '../register/stored-registry.ts';
import type { Services } from '../services.ts';

export interface ImportServices extends Pick<Services, 'database' | 'clock' | 'writer' | 'reader'> {
  readonly registry: StoredRegistry;
}

/** What somebody wants imported, from whichever door. */
export interface ImportRequest {
  readonly path: string;
  /** Name of the file as the sender called it, where the path is a temporary one. */
  readonly name?: string | undefined;
  /** Register that takes the records of one layer; without it each layer becomes a register of its own. */
  readonly register?: string | undefined;
  readonly layer?: string | undefined;
  /** Reference system of the coordinates, over what the file says: `EPSG:32639`, a URI, WKT. */
  readonly crs?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Field that holds the records' ids; else the file's own feature ids, else the row number. */
  readonly idField?: string | undefined;
  /** Names of the file's fields, and the names that they get. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** Makes geometry valid and says what that changed. */
  readonly repair?: boolean | undefined;
  /** Leaves out refused records and imports the others. */
  readonly partial?: boolean | undefined;
  /** Does everything but the commit. */
  readonly dryRun?: boolean | undefined;
  /** Records that the register has already are replaced and not refused. */
  readonly replace?: boolean | undefined;
  readonly caller: Caller;
  readonly legalBasis?: string | undefined;
  readonly limits: RecordLimits;
  /** Folder for temporary files; the system's by default. */
  readonly workFolder?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** How far an import is. */
export interface ImportProgress {
  readonly stage: 'planning' | 'reading' | 'loading' | 'done';
  readonly layer?: string;
  /** Records read so far, in all layers. */
  readonly records: number;
  /** 0 to 1, of the whole import. */
  readonly share: number;
  readonly recordsPerSecond: number;
  readonly secondsLeft?: number;
  readonly refused: number;
}
