import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isHash } from '../kernel/documents/blob-store.ts';
import type { Documents } from '../kernel/documents/documents.ts';

/** A document of a pack is not what its name says. */
export class PackDocumentError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`not the document that its name says: ${file}`);
    this.name = 'PackDocumentError';
    this.file = file;
  }
}

/**
 * Stores the bytes that a pack carries in `documents/`, each under the SHA-256 that its record in the register of documents has.
 * A pack without that folder has none.
 * @throws {PackDocumentError} before any record of the pack is written
 */
export async function storePackDocuments(folder: string, documents: Documents): Promise<number> {
  const names = await readdir(join(folder, 'documents')).catch(() => []);
  const hashes = names.filter(isHash).sort();
  for (const hash of hashes) {
    const file = join(folder, 'documents', hash);
    if (!(await documents.adopt(createReadStream(file), hash))) throw new PackDocumentError(file);
  }
  return hashes.length;
}
