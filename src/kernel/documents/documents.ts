import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Problem } from '../errors.ts';
import { makeWorkFolder, removeLeftoverFolders, removeWorkFolder } from '../transfer/work-folder.ts';
import type { BlobStore } from './blob-store.ts';
import { mediaTypeOf } from './media-type.ts';
import { type ReceivedFile, receiveFile } from './receive-file.ts';
import type { Scanner } from './scanner.ts';

/** A document that came in, was judged, and lies on disk until it is stored or given up. */
export interface JudgedDocument {
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly scan: 'clean' | 'not-scanned';
  /** Makes its bytes part of the store; a second call does nothing more. */
  readonly store: () => Promise<void>;
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
   * Takes a document in and hands it to `use`; what `use` does not store is gone afterwards.
   * @throws {Problem} `body-too-large`; `document-infected`; `scanner-unavailable` where one is configured and says nothing
   */
  async receive<Result>(
    source: Readable,
    use: (document: JudgedDocument) => Promise<Result>,
  ): Promise<Result> {
    const folder = makeWorkFolder(this.store.incoming);
    try {
      const file = await receiveFile(source, folder, this.limitBytes);
      const scan = await this.judge(file);
      const mediaType = await mediaTypeOf(file.head);
      const { hash, size } = file;
      let stored: Promise<void> | undefined;
      const store = () => {
        stored ??= this.store.put(file);
        return stored;
      };
      return await use({ hash, size, mediaType, scan, store });
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

  private async judge({ path }: ReceivedFile): Promise<JudgedDocument['scan']> {
    if (this.scanner === undefined) return 'not-scanned';
    const verdict = await this.scanner.scan(createReadStream(path));
    if (verdict.outcome === 'infected')
      throw new Problem('document-infected', { signature: verdict.signature.slice(0, 100) });
    if (verdict.outcome === 'unavailable') throw new Problem('scanner-unavailable');
    return 'clean';
  }
}
