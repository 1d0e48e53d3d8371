/** What a start is busy with; `share` runs from 0 to 1 where it can be told, `done` of `total` where it is counted. */
export type Stage = 'making-store' | 'opening-store' | 'connecting' | 'migrating' | 'registers' | 'pack';

export interface Progress {
  readonly stage: Stage;
  readonly share?: number;
  readonly done?: number;
  readonly total?: number;
  /** What is being worked on: the name of a migration or of a register. */
  readonly subject?: string;
}

export type OnProgress = (progress: Progress) => void;
