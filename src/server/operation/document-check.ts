import { BlobStoreError } from '../../kernel/documents/blob-store.ts';
import { auditDocuments } from '../../kernel/documents/document-audit.ts';
import type { StoreServices } from '../create-services.ts';
import { type Check, check } from './check.ts';

/** Hashes that a sentence names before it counts the rest. */
const named = 5;

/** Reads every document and says which are damaged, which are missing, and which bytes no record speaks of. */
export async function checkDocuments(services: StoreServices): Promise<readonly Check[]> {
  const { store } = services.documents;
  try {
    const { sound, damaged, missing, orphans } = await auditDocuments(services, store);
    const found: Check[] = [];
    const tell = (status: Check['status'], outcome: string, hashes: readonly string[]) => {
      if (hashes.length > 0) found.push(check('documents', status, listed(hashes, store.place), outcome));
    };
    tell('problem', 'damaged', damaged);
    tell('problem', 'missing', missing);
    tell('warning', 'orphan', orphans);
    return found.length > 0
      ? found
      : [check('documents', 'ok', { count: String(sound), place: store.place })];
  } catch (error) {
    if (!(error instanceof BlobStoreError)) throw error;
    return [check('documents', 'problem', { place: store.place, reason: error.message }, 'unreachable')];
  }
}

function listed(hashes: readonly string[], place: string): Check['params'] {
  const more = hashes.length > named ? ' …' : '';
  return { count: String(hashes.length), hashes: hashes.slice(0, named).join(', ') + more, place };
}
