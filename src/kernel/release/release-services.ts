import { join } from 'node:path';
import type { BlobStore } from '../documents/blob-store.ts';
import { FolderStore } from '../documents/folder-store.ts';
import type { KeyRing } from '../log/proof/key-ring.ts';
import type { Services } from '../services.ts';

/** What making and giving releases needs. */
export interface ReleaseServices {
  readonly services: Services;
  /** Signs releases; the keys of the log. */
  readonly keys: KeyRing;
  /** Files of releases by their hash. */
  readonly blobs: BlobStore;
}

/** Releases lie in a folder of the data folder. */
export function releaseStore(dataFolder: string): BlobStore {
  return new FolderStore(join(dataFolder, 'releases'));
}
