import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { BlobStore } from './blob-store.ts';
import { ClamdScanner } from './clamd.ts';
import { Documents } from './documents.ts';
import { FolderStore } from './folder-store.ts';
import { S3Store } from './s3-store.ts';

/** The store of documents that the configuration names; nothing is touched or reached before it is used. */
export function openDocuments(
  config: Pick<Config, 'data' | 'documents' | 's3' | 'scanner' | 'limits'>,
): Documents {
  return new Documents({
    store: storeOf(config),
    scanner: config.scanner === undefined ? undefined : new ClamdScanner(config.scanner),
    limitBytes: config.limits.documentBytes,
  });
}

function storeOf({ data, documents, s3 }: Pick<Config, 'data' | 'documents' | 's3'>): BlobStore {
  const own = join(data, 'documents');
  const [, bucket, path = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(documents ?? '') ?? [];
  if (bucket === undefined) return new FolderStore(documents === undefined ? own : resolve(documents));
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
  const settings = {
    endpoint: s3.endpoint ?? `https://s3.${s3.region}.amazonaws.com`,
    region: s3.region,
    bucket,
    prefix,
    accessKey: s3.accessKey ?? '',
    secretKey: s3.secretKey ?? '',
  };
  return new S3Store(settings, join(own, 'incoming'));
}
