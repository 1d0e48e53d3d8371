import type { ImportRequest, ImportServices } from './import-request.ts';

/** What the writing of an import is told beside its records. */
export interface CommitContext {
  readonly services: ImportServices;
  readonly request: ImportRequest;
  readonly cause: string;
  /** Called with the share of the log's part that was written. */
  readonly onShare: (share: number) => void;
}
