import type { WasmProgram } from './web-assembly.ts';

/** What is said between the thread that wants a file and the thread in which GDAL runs. */
export interface OpenRequest {
  readonly kind: 'open';
  readonly folder: string;
  /** Name in `folder`; empty for the folder itself (several shapefiles). */
  readonly file: string;
  readonly driver: string;
  readonly openOptions: readonly string[];
  readonly config: Readonly<Record<string, string>>;
}

export interface ReadRequest {
  readonly kind: 'read';
  readonly layer: string;
}

/** Writes the open dataset to `file` in `folder` with the arguments of ogr2ogr. */
export interface TranslateRequest {
  readonly kind: 'translate';
  readonly folder: string;
  readonly file: string;
  readonly args: readonly string[];
}

/** Closes the dataset, so that the thread can be used for another. */
export interface CloseRequest {
  readonly kind: 'close';
}

export type GdalRequest = OpenRequest | ReadRequest | TranslateRequest | CloseRequest;

/** First things that the thread is given: the compiled program and the counter of chunks under way. */
export interface ThreadData {
  readonly program: WasmProgram;
  readonly pending: SharedArrayBuffer;
}

export type GdalReply =
  | { readonly kind: 'opened'; readonly info: string; readonly messages: readonly string[] }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly messages: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string; readonly messages: readonly string[] };

/** Chunks that may be under way before the writing thread waits for the reading one. */
export const chunksAhead = 8;
export const chunkBytes = 1 << 18;
