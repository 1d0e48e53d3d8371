import type { Body, Position, ValidPeriod } from '../entry.ts';

interface Common {
  readonly register: string;
  /** Period that the change holds for, where it is not what the register's valid time says. */
  readonly valid?: ValidPeriod;
}

/** Positions (of entity tags) that the record's present state must have. */
type Match = readonly Position[] | '*';

/** A record that an operation makes: its id is made up where none is given. */
export interface NewRecord extends Body {
  readonly id?: string;
}

export interface CreateOperation extends Common, NewRecord {
  readonly op: 'create';
}

export interface ReplaceOperation extends Common, Body {
  readonly op: 'replace';
  readonly id: string;
  readonly ifMatch?: Match;
}

export interface UpdateOperation extends Common {
  readonly op: 'update';
  readonly id: string;
  /** JSON Merge Patch (RFC 7396) of the properties. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly geometry?: Body['geometry'];
  readonly ifMatch?: Match;
}

export interface RetireOperation extends Common {
  readonly op: 'retire';
  readonly id: string;
  readonly ifMatch?: Match;
}

/** One record becomes several: it ends and they begin at the same moment. */
export interface SplitOperation {
  readonly op: 'split';
  readonly register: string;
  readonly id: string;
  /** A date or RFC 3339 timestamp; the present, where it is not given. */
  readonly at?: string;
  readonly into: readonly NewRecord[];
  readonly ifMatch?: Match;
}

/** Several records become one. */
export interface MergeOperation {
  readonly op: 'merge';
  readonly register: string;
  readonly ids: readonly string[];
  readonly at?: string;
  readonly into: NewRecord;
  /** In the order of `ids`. */
  readonly ifMatch?: readonly Match[];
}

/** One change of an atomic batch, as a door receives it. */
export type Operation =
  | CreateOperation
  | ReplaceOperation
  | UpdateOperation
  | RetireOperation
  | SplitOperation
  | MergeOperation;
