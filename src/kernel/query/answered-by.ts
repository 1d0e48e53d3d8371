/** Why a question went to the database and not to the copy in memory. */
export type SqlReason =
  | 'caller'
  | 'no-snapshot'
  | 'as-of'
  | 'crs'
  | 'sort'
  | 'box'
  | 'versions'
  | 'filter'
  | 'cursor'
  | 'column';

/** Who answered a question, and why it was not the copy in memory. */
export type Source = Omit<AnsweredBy, 'milliseconds'>;

/** Who answered a question, how long it took in milliseconds, and why it was not the copy in memory. */
export interface AnsweredBy {
  readonly source: 'snapshot' | 'sql';
  readonly reason?: SqlReason;
  readonly milliseconds: number;
}
