import type { FileHandle } from 'node:fs/promises';
import { BlobStoreError } from './blob-store.ts';
import { textsOf } from './s3-xml.ts';

type Send = (query: string, init: RequestInit) => Promise<Response>;

/**
 * Uploads a file in parts (CreateMultipartUpload, UploadPart, CompleteMultipartUpload); one part is in memory at a time. The
 * object appears whole at the end. What was begun is given up where a part fails, so that the bucket keeps no pieces.
 */
export async function uploadParts(
  send: Send,
  file: FileHandle,
  size: number,
  partBytes: number,
): Promise<void> {
  const begun = await (await send('?uploads=', { method: 'POST' })).text();
  const [id] = textsOf(begun, 'UploadId');
  if (id === undefined) throw new BlobStoreError('no UploadId in the answer of the bucket');
  const upload = `uploadId=${encodeURIComponent(id)}`;
  try {
    const parts: string[] = [];
    for (let offset = 0, number = 1; offset < size; offset += partBytes, number++) {
      const body = Buffer.alloc(Math.min(partBytes, size - offset));
      await file.read(body, 0, body.length, offset);
      const response = await send(`?partNumber=${number}&${upload}`, { method: 'PUT', body });
      const tag = response.headers.get('etag') ?? '';
      parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`);
    }
    const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
    const answer = await (await send(`?${upload}`, { method: 'POST', body })).text();
    // The service may find out after it has begun to answer 200.
    const [code] = textsOf(answer, 'Code');
    if (code !== undefined) throw new BlobStoreError(`the bucket refused the parts: ${code}`);
  } catch (error) {
    await send(`?${upload}`, { method: 'DELETE' }).catch(() => {});
    throw error;
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
