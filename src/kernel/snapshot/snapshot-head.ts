/** First and last bytes of a snapshot file, with the version of its layout. */
export const magic = Buffer.from('UFUQSNP1', 'latin1');

/** Bytes of the file's pages: each is checked against its checksum when it is read. */
export const pageBytes = 1 << 16;

export type ArrayKind = 'u8' | 'u16' | 'u32' | 'i32' | 'f32' | 'f64';

/** Where a part of the file lies. */
export interface Section {
  readonly offset: number;
  readonly bytes: number;
  /** How its numbers are read; parts without a kind are bytes. */
  readonly kind?: ArrayKind;
  /** CRC-32 of the whole part; paged parts have a checksum a page instead. */
  readonly crc?: number;
}

/** Properties of all rows side by side, so that a filter reads a few bytes a row and no JSON. */
export interface ColumnHead {
  readonly name: string;
  readonly kind: 'number' | 'date' | 'boolean' | 'coded';
  /** Texts that a coded column's numbers stand for; 0 is "no value", 1 the first text. */
  readonly values?: readonly string[];
}

/** What a snapshot says of itself; written last, so that a file that was cut off has none. */
export interface SnapshotHead {
  readonly register: string;
  /** Stands for the declaration that the rows were packed by; another one makes the file worthless. */
  readonly fingerprint: string;
  /** Stands for the log that the rows come from: when its first batch, and the one at `position`, were recorded. */
  readonly history: string;
  /** Position of the log that the rows reflect. */
  readonly position: number;
  /** Position of the register's last change up to there. */
  readonly lastChange: number;
  readonly rows: number;
  /** Whether no record has more than one row: versions then need no comparing. */
  readonly isSingle: boolean;
  readonly columns: readonly ColumnHead[];
  /** Names of the tags of vector tiles, by the numbers that packed tags call them by. */
  readonly tagNames: readonly string[];
  /** How many numbers the values of each name have; 0 where not all of them have one. */
  readonly tagCounts: readonly number[];
  readonly sections: Readonly<Record<string, Section>>;
}
