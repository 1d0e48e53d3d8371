import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Problem } from '../errors.ts';
import { makeWorkFolder, removeLeftoverFolders, removeWorkFolder } from '../transfer/work-folder.ts';
import type { BlobStore, HashedFile } from './blob-store.ts';
import { mediaTypeOf } from './media-type.ts';
import { type ReceivedFile, receiveFile } from './receive-file.ts';
import type { Scanner } from './scanner.ts';

/** As long as what it conceals hashes to. */
const saltBytes = 32;

/** A document that came in, was judged, and lies on disk until it is stored or given up. */
export interface JudgedDocument {
  /** SHA-256 of the salt and the bytes: the name that it has in the log and in the store. */
  readonly hash: string;
  /** Hexadecimal; stored in front of the bytes. Undefined where there is none, and the name is the hash of the bytes alone. */
  readonly salt: string | undefined;
  /** SHA-256 of the bytes alone. */
  readonly contentHash: string;
  /** Bytes, without salt. */
  readonly size: number;
  readonly mediaType: string;
  readonly scan: 'clean' | 'not-scanned';
  /**
   * Makes its bytes part of the store, under the name and behind the salt that its record has, which may be older than what was
   * made up for it now; a second call does nothing more. Nothing is stored where one has a salt and the other has none.
   */
  readonly store: (hash: string, salt: unknown) => Promise<void>;
}

export interface DocumentsParts {
  readonly store: BlobStore;
  /** Looks at everything that comes in; nothing is scanned where there is none. */
  readonly scanner?: Scanner | undefined;
  readonly limitBytes: number;
}

/** The bytes of the register `documents`: what comes in is hashed, judged and stored, and nothing half is ever seen. */
export class Documents {
  readonly store: BlobStore;
  readonly scanner: Scanner | undefined;
  readonly limitBytes: number;

  constructor({ store, scanner, limitBytes }: DocumentsParts) {
    this.store = store;
    this.scanner = scanner;
    this.limitBytes = limitBytes;
  }

  /**
   * Takes a document in and hands it to `use`; what `use` does not store is gone afterwards. One that is to be concealed gets a
   * name that tells nobody who guesses its bytes, and that means nothing once bytes and salt are erased.
   * @throws {Problem} `body-too-large`; `document-infected`; `scanner-unavailable` where one is configured and says nothing
   */
  async receive<Result>(
    source: Readable,
    isConcealed: boolean,
    use: (document: JudgedDocument) => Promise<Result>,
  ): Promise<Result> {
    const salt = isConcealed ? randomBytes(saltBytes) : undefined;
    const folder = makeWorkFolder(this.store.incoming);
    try {
      const file = await receiveFile(source, folder, this.limitBytes, salt);
      const scan = await this.judge(file, salt?.length ?? 0);
      const mediaType = await mediaTypeOf(file.head);
      const { hash, contentHash, contentSize: size } = file;
      let stored: Promise<void> | undefined;
      const store = (name: string, itsSalt: unknown) => {
        stored ??= this.put({ ...file, hash: name }, salt, itsSalt);
        return stored;
      };
      return await use({ hash, salt: salt?.toString('hex'), contentHash, size, mediaType, scan, store });
    } finally {
      removeWorkFolder(folder);
    }
  }

  /**
   * Stores a document that the operator brings along under its hash, as a country pack does; it is not scanned.
   * @returns false where its bytes are not those of the hash; nothing is stored then
   */
  async adopt(source: Readable, hash: string): Promise<boolean> {
    const folder = makeWorkFolder(this.store.incoming);
    try {
      const file = await receiveFile(source, folder, Number.MAX_SAFE_INTEGER);
      if (file.hash !== hash) return false;
      await this.store.put(file);
      return true;
    } finally {
      removeWorkFolder(folder);
    }
  }

  /** Removes what uploads that were killed left behind. */
  dropLeftovers(): void {
    removeLeftoverFolders(this.store.incoming);
  }

  private async put(file: HashedFile, salt: Buffer | undefined, itsSalt: unknown): Promise<void> {
    if (salt !== undefined) {
      if (typeof itsSalt !== 'string') return;
      const handle = await open(file.path, 'r+');
      await handle.write(Buffer.from(itsSalt, 'hex'), 0, saltBytes, 0).finally(() => handle.close());
    }
    await this.store.put(file);
  }

  private async judge({ path }: ReceivedFile, start: number): Promise<JudgedDocument['scan']> {
    if (this.scanner === undefined) return 'not-scanned';
    const verdict = await this.scanner.scan(createReadStream(path, { start }));
    if (verdict.outcome === 'infected')
      throw new Problem('document-infected', { signature: verdict.signature.slice(0, 100) });
    if (verdict.outcome === 'unavailable') throw new Problem('scanner-unavailable');
    return 'clean';
  }
}
