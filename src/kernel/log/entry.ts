import type { Geometry } from 'geojson';

/** Position in the log: the number of the last entry that counts. Later entries have greater numbers. */
export type Position = number;

/** Half-open time [from, to) in which an entry holds; `null` is unbounded. RFC 3339 timestamps in UTC. */
export interface ValidPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/** What a record says: its properties by name and its geometry in longitude/latitude. */
export interface Body {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/** One assertion of the log: "from … to …, record R of register G is B", or "is absent" where `body` is null. */
export interface Entry {
  readonly position: Position;
  readonly register: string;
  readonly record: string;
  readonly body: Body | null;
  /** What it said was erased by law: `body` is null and says nothing. */
  readonly isErased?: true;
  readonly valid: ValidPeriod;
  readonly recordedAt: string;
  readonly actor: string;
  readonly legalBasis: string | null;
  readonly cause: string;
}
