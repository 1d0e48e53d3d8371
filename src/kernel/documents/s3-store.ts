import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import {
  BlobMissingError,
  type BlobStore,
  BlobStoreError,
  type ByteSpan,
  type HashedFile,
  isHash,
} from './blob-store.ts';
import { uploadParts } from './s3-multipart.ts';
import { textsOf } from './s3-xml.ts';

/** Where a bucket is and who may use it. */
export interface S3Settings {
  /** Address of the service without the bucket, `https://s3.example.org`. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Put before every key; ends with `/` or is empty. */
  readonly prefix: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Files above this many bytes go up in parts of this size; S3 asks for at least 5 MiB. */
  readonly partBytes?: number;
}

const defaultPartBytes = 8 * 1024 * 1024;

/**
 * Blobs in a bucket of any S3-compatible service, addressed by path (`endpoint/bucket/key`). What goes up in one piece
 * carries its hash in the signature (x-amz-content-sha256), so that the service refuses anything else.
 */
export class S3Store implements BlobStore {
  readonly place: string;
  readonly incoming: string;
  private readonly settings: S3Settings;
  private readonly client: AwsClient;

  constructor(settings: S3Settings, incoming: string) {
    const { bucket, prefix, region, accessKey, secretKey } = settings;
    this.settings = settings;
    this.incoming = incoming;
    this.place = `s3://${bucket}/${prefix}`;
    this.client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
      retries: 3,
    });
  }

  async put({ path, hash, size }: HashedFile): Promise<void> {
    const partBytes = this.settings.partBytes ?? defaultPartBytes;
    const handle = await open(path);
    try {
      if (size > partBytes) {
        const request = (query: string, init: RequestInit) => this.request(this.urlOf(hash) + query, init);
        await uploadParts(request, handle, size, partBytes);
        return;
      }
      const body = Buffer.alloc(size);
      await handle.read(body, 0, size, 0);
      const headers = { 'x-amz-content-sha256': hash };
      await this.request(this.urlOf(hash), { method: 'PUT', body, headers });
    } finally {
      await handle.close();
    }
  }

  async size(hash: string): Promise<number | undefined> {
    const response = await this.send(this.urlOf(hash), { method: 'HEAD' });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new BlobStoreError(`${this.place}: HEAD ${response.status}`);
    return Number(response.headers.get('content-length'));
  }

  async read(hash: string, span?: ByteSpan): Promise<Readable> {
    const headers: Record<string, string> = span ? { range: `bytes=${span.first}-${span.last}` } : {};
    const response = await this.send(this.urlOf(hash), { headers });
    if (response.status === 404) throw new BlobMissingError(hash);
    if (!response.ok) throw await refusal(this.place, response);
    return response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([]);
  }

  async remove(hash: string): Promise<void> {
    await this.request(this.urlOf(hash), { method: 'DELETE' });
  }

  async *list(): AsyncIterable<string> {
    const { prefix } = this.settings;
    let token: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix });
      if (token) query.set('continuation-token', token);
      const xml = await (await this.request(`${this.bucketUrl()}?${query}`, {})).text();
      for (const key of textsOf(xml, 'Key')) {
        const name = key.slice(key.lastIndexOf('/') + 1);
        if (isHash(name)) yield name;
      }
      [token] = textsOf(xml, 'NextContinuationToken');
    } while (token);
  }

  private bucketUrl(): string {
    return `${this.settings.endpoint.replace(/\/+$/, '')}/${this.settings.bucket}`;
  }

  private urlOf(hash: string): string {
    return `${this.bucketUrl()}/${this.settings.prefix}${hash}`;
  }

  private async send(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.client.fetch(url, init);
    } catch (cause) {
      throw new BlobStoreError(`${this.place}: ${(cause as Error).message}`, { cause });
    }
  }

  /** @throws {BlobStoreError} where the service does not answer 2xx */
  private async request(url: string, init: RequestInit): Promise<Response> {
    const response = await this.send(url, init);
    if (!response.ok) throw await refusal(this.place, response);
    return response;
  }
}

async function refusal(place: string, response: Response): Promise<BlobStoreError> {
  const xml = await response.text().catch(() => '');
  const [code = response.statusText] = textsOf(xml, 'Code');
  return new BlobStoreError(`${place}: ${response.status} ${code}`);
}
