import type { FastifyRequest } from 'fastify';
import { BlobStoreError } from '../../kernel/documents/blob-store.ts';
import { Problem } from '../../kernel/errors.ts';

/** Does something with the store of documents. @throws {Problem} `documents-unavailable`; the log says why */
export async function reachingStore<Result>(
  request: Pick<FastifyRequest, 'log'>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BlobStoreError)) throw error;
    request.log.error(error);
    throw new Problem('documents-unavailable');
  }
}
