import type { DatabaseErrorFields } from './database-error.ts';

/** What the embedded database's thread is asked; every request is answered under its number. */
export type PgliteRequest =
  | {
      readonly kind: 'query';
      readonly number: number;
      readonly text: string;
      readonly values: readonly (string | null)[];
    }
  /** One COPY of whole lines, or of a whole file in the binary format. */
  | {
      readonly kind: 'copy';
      readonly number: number;
      readonly target: string;
      readonly lines: Uint8Array;
      readonly isBinary: boolean;
    }
  /** One COPY of rows to `/dev/blob`. */
  | { readonly kind: 'copy-out'; readonly number: number; readonly text: string }
  | { readonly kind: 'close'; readonly number: number };

/** Rows as text by column, with the types that tell how to read them; `command` is the tag's first word. */
export interface PgliteResult {
  readonly names: readonly string[];
  readonly types: readonly number[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly command: string;
  readonly affectedRows: number;
  /** What was written to `/dev/blob`. */
  readonly written?: Uint8Array;
}

export type PgliteFailure =
  | { readonly kind: 'database'; readonly fields: DatabaseErrorFields }
  | { readonly kind: 'other'; readonly message: string };

export type PgliteReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed-to-open'; readonly message: string }
  | { readonly kind: 'done'; readonly number: number; readonly result: PgliteResult | undefined }
  | { readonly kind: 'failed'; readonly number: number; readonly failure: PgliteFailure }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string };

export interface PgliteWorkerData {
  /** Folder of the store; undefined keeps everything in memory. */
  readonly folder: string | undefined;
}
