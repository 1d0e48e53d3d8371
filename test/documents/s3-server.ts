import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

export const credentials = {
  accessKey: 'AKIDTEST',
  secretKey: 'a secret of the test/+=',
  region: 'eu-test-1',
};

/** An S3-compatible service in memory that believes nobody: every request's Signature Version 4 is computed anew. */
export interface FakeS3 {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Multipart uploads that were begun and neither completed nor given up. */
  readonly uploads: Map<string, Map<number, Buffer>>;
  readonly requests: string[];
  /** Answers the next requests whose line matches with this status. */
  fail?: { readonly line: RegExp; readonly status: number };
  readonly close: () => Promise<void>;
}

const sha = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Why a request is refused; undefined for one that is signed rightly (Signature Version 4, "Create a canonical request"). */
function signatureFault(request: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const match = pattern.exec(request.headers.authorization ?? '');
  if (!match) return 'AccessDenied';
  const [, keyId, day, region, signedHeaders, signature] = match as unknown as string[];
  if (keyId !== credentials.accessKey || region !== credentials.region) return 'InvalidAccessKeyId';
  const payload = String(request.headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha(body)) return 'XAmzContentSHA256Mismatch';
  for (const needed of ['host', 'x-amz-date', 'x-amz-content-sha256'])
    if (!signedHeaders!.split(';').includes(needed)) return 'AccessDenied';
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const headers = signedHeaders!
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [
    request.method,
    url.pathname,
    query.join('&'),
    headers.join(''),
    signedHeaders,
    payload,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const date = String(request.headers['x-amz-date']);
  if (
    Math.abs(Date.now() - Date.parse(date.replace(/^(....)(..)(..)T(..)(..)/, '$1-$2-$3T$4:$5:'))) > 900_000
  )
    return 'RequestTimeTooSkewed';
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha(canonical)].join('\n');
  const key = [day!, region!, 's3', 'aws4_request'].reduce(
    hmac,
    `AWS4${credentials.secretKey}` as Buffer | string,
  );
  return hmac(key, toSign).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch';
}

export async function fakeS3(bucket: string): Promise<FakeS3> {
  const state = { objects: new Map(), uploads: new Map(), requests: [] as string[] } as unknown as FakeS3;
  const { objects, uploads, requests } = state;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url!, 'http://s3');
    const line = `${request.method} ${request.url}`;
    requests.push(line);
    const answer = (status: number, text = '', headers: Record<string, string> = {}) =>
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : text);
    const error = (status: number, code: string) => answer(status, `<Error><Code>${code}</Code></Error>`);
    if (state.fail?.line.test(line)) return error(state.fail.status, 'Broken');
    const fault = signatureFault(request, url, body);
    if (fault) return error(403, fault);
    const [, named, ...rest] = decodeURIComponent(url.pathname).split('/');
    if (named !== bucket) return error(404, 'NoSuchBucket');
    const key = rest.join('/');
    const { searchParams: query } = url;
    const id = query.get('uploadId');
    if (query.get('list-type') === '2') return answer(200, listing(objects, query));
    if (request.method === 'POST' && query.has('uploads')) {
      const made = `upload ${uploads.size}/&`;
      uploads.set(made, new Map());
      return answer(200, `<R><UploadId>${made.replace('&', '&amp;')}</UploadId></R>`);
    }
    if (id !== null) {
      const parts = uploads.get(id);
      if (!parts) return error(404, 'NoSuchUpload');
      if (request.method === 'DELETE') {
        uploads.delete(id);
        return answer(204);
      }
      if (request.method === 'PUT') {
        parts.set(Number(query.get('partNumber')), body);
        return answer(200, '', { etag: `"${sha(body)}"` });
      }
      const listed = [
        ...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>&quot;([0-9a-f]+)&quot;/g),
      ];
      if (listed.some(([, number, tag]) => sha(parts.get(Number(number)) ?? '') !== tag))
        return error(400, 'InvalidPart');
      objects.set(key, Buffer.concat(listed.map(([, number]) => parts.get(Number(number))!)));
      uploads.delete(id);
      return answer(200, '<R><ETag>x</ETag></R>');
    }
    if (request.method === 'PUT') {
      objects.set(key, body);
      return answer(200);
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return answer(204);
    }
    const object = objects.get(key);
    if (!object) return error(404, 'NoSuchKey');
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const bytes = first === undefined ? object : object.subarray(Number(first), Number(last) + 1);
    response.writeHead(first === undefined ? 200 : 206, { 'content-length': bytes.length });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return Object.assign(state, {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

/** Two keys a page, so that listing has to go on. */
function listing(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const from = Number(query.get('continuation-token') ?? 0);
  const page = keys.slice(from, from + 2).map((key) => `<Contents><Key>${key}</Key></Contents>`);
  const next = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
  return `<ListBucketResult>${page.join('')}${next}</ListBucketResult>`;
}
