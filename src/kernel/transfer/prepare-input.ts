import type { SourceOptions } from '../formats/source.ts';
import type { Position } from '../log/entry.ts';
import type { RecordLimits } from '../register/record-check.ts';
import type { Register } from '../register/register.ts';
import type { Finding } from './finding.ts';
import type { PreparedBody } from './staged-bodies.ts';

/** All that it takes to turn one layer of a file into tuples; crosses into a thread, so it is plain data. */
export interface PrepareInput {
  readonly source: Omit<SourceOptions, 'signal'>;
  readonly layer: string;
  readonly register: Register;
  readonly isNew: boolean;
  /** True where the register was derived from a sample: a value that does not fit it is not the record's fault. */
  readonly isSampled: boolean;
  readonly registerNumber: number;
  /** Position that the first record's entry is expected to get. */
  readonly firstPosition: Position;
  readonly crs: number | string;
  readonly idField: string | undefined;
  readonly map: Readonly<Record<string, string>>;
  readonly repair: boolean;
  readonly partial: boolean;
  /** Give bodies and not tuples: what exists is replaced, which the log's writer does. */
  readonly asBodies: boolean;
  readonly limits: RecordLimits;
  /** Ids that the register has already. */
  readonly taken: ReadonlySet<string>;
  /** Records that were found wrong beside others in an earlier attempt, and why. */
  readonly excluded: ReadonlyMap<string, readonly Finding[]>;
  /** Where the records are expected, in degrees. */
  readonly area?: readonly [number, number, number, number];
}

/** What came of one batch of records. */
export interface PreparedPiece {
  readonly entries?: Uint8Array;
  readonly rows?: Uint8Array;
  readonly bodies?: readonly PreparedBody[];
  readonly read: number;
  readonly prepared: number;
  readonly refused: number;
  readonly repaired: number;
  readonly warned: number;
  readonly findings: readonly Finding[];
  /** Share of the layer's file that has been read. */
  readonly share: number;
}

/** A value further down the file does not fit the register that was derived from its first records. */
export class SampleTooSmallError extends Error {
  constructor() {
    super('the sample was too small');
    this.name = 'SampleTooSmallError';
  }
}
