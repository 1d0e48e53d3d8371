import type { Caller } from '../access/caller.ts';
import type { Body, Position, ValidPeriod } from './entry.ts';

/** Why and by whom a batch of changes is made; every entry of it carries this. */
export interface WriteContext {
  readonly caller: Caller;
  readonly legalBasis?: string;
  /** What caused it: `api`, `cli`, `import: file.gpkg`, `pack: azerbaijan`. */
  readonly cause: string;
  /** The records were kept elsewhere before: they may begin in any state of their lifecycle. */
  readonly isTakeover?: boolean;
  /** Do everything but the commit. */
  readonly dryRun?: boolean;
}

interface Target {
  readonly register: string;
  /** Period that the change holds for; by default what the register's valid time says. */
  readonly valid?: ValidPeriod;
  /** Positions (ETags) that the record's present row must have; `*` for any existing. */
  readonly ifMatch?: readonly Position[] | '*';
}

/** One change that somebody wants; `record` of a create is made up (UUIDv7) where it is not given. */
export type Intent =
  | (Target & { readonly verb: 'create'; readonly record?: string; readonly body: Body })
  | (Target & { readonly verb: 'replace'; readonly record: string; readonly body: Body })
  | (Target & {
      readonly verb: 'update';
      readonly record: string;
      /** JSON Merge Patch (RFC 7396) on the properties. */
      readonly properties?: Readonly<Record<string, unknown>>;
      readonly geometry?: Body['geometry'];
    })
  | (Target & { readonly verb: 'retire'; readonly record: string });

/** What became of one intent. */
export interface Written {
  readonly register: string;
  readonly record: string;
  readonly position: Position;
  readonly created: boolean;
  /** Position since which the record is as a question without `datetime` finds it after the batch; none where it finds nothing. */
  readonly standsSince?: Position;
  /** What would be said; of a dry run only. */
  readonly entries?: readonly PlannedEntry[];
}

/** An entry that a dry run would have written; `body` is null where the record would be absent. */
export interface PlannedEntry {
  readonly valid: ValidPeriod;
  readonly body: Body | null;
}

/** Takes changes; a batch is atomic, and every violation in it is thrown at once as one `Problem`. */
export interface Writer {
  write(intents: readonly Intent[], context: WriteContext): Promise<readonly Written[]>;
}
