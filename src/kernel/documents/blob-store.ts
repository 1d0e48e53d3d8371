import type { Readable } from 'node:stream';

/** Bytes of a blob that are asked for: from the first to the last, both included. */
export interface ByteSpan {
  readonly first: number;
  readonly last: number;
}

/** A file that lies complete on this machine's disk, with what it hashes to. */
export interface HashedFile {
  readonly path: string;
  /** SHA-256, 64 lowercase hexadecimal digits. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** Bytes by their hash. A blob is there whole or not at all, whatever was killed while it was stored. */
export interface BlobStore {
  /** Where it is, for operators; without anything secret. */
  readonly place: string;
  /** Folder on this machine for what has not been stored yet; on the same disk as a store that is a folder. */
  readonly incoming: string;
  /** Stores a file; the file may be gone afterwards. Storing what is there already replaces it by the same. */
  put(file: HashedFile): Promise<void>;
  /** Size in bytes; undefined where there is no such blob. */
  size(hash: string): Promise<number | undefined>;
  /** Its bytes, or some of them. @throws {BlobMissingError} */
  read(hash: string, span?: ByteSpan): Promise<Readable>;
  /** Removes a blob for good; one that is not there is no error. */
  remove(hash: string): Promise<void>;
  /** Hashes of all blobs, in no order. */
  list(): AsyncIterable<string>;
}

/** A blob that a record names is not in the store. */
export class BlobMissingError extends Error {
  readonly hash: string;

  constructor(hash: string) {
    super(`no blob ${hash}`);
    this.name = 'BlobMissingError';
    this.hash = hash;
  }
}

/** The store cannot be reached or refuses: its operator has to look. */
export class BlobStoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BlobStoreError';
  }
}

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
