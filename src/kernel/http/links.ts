import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';

/** A link as OGC API documents carry it; `href` is absolute and every link says where it leads and as what. */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
  readonly hreflang?: string;
  readonly templated?: boolean;
}

const hostPattern = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Absolute URL that the client reached this server under, without a slash at the end: `publicUrl` where it is set,
 * else scheme and host of the request, which honour `X-Forwarded-*` where the server trusts its proxy.
 * @throws {Problem} `bad-request` for a Host header that no URL can hold.
 */
export function baseUrl(
  request: FastifyRequest,
  settings: { readonly publicUrl?: string | undefined },
): string {
  const base = baseUnder(settings, request.host || localAddress(request), request.protocol);
  if (base === undefined) throw new Problem('bad-request', { reason: 'host' });
  return base;
}

/** The same where host and scheme are known; undefined for a host that no URL can hold. */
export function baseUnder(
  { publicUrl }: { readonly publicUrl?: string | undefined },
  host: string,
  protocol: string,
): string | undefined {
  if (publicUrl) return publicUrl.replace(/\/+$/, '');
  if (!hostPattern.test(host)) return undefined;
  return `${protocol === 'https' ? 'https' : 'http'}://${host}`;
}

function localAddress({ socket }: FastifyRequest): string {
  const address = socket.localAddress ?? '127.0.0.1';
  return `${address.includes(':') ? `[${address}]` : address}:${socket.localPort ?? 80}`;
}

export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** A URL with its query; values without one are left out. */
export function withQuery(url: string, values: QueryValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) query.append(name, String(value));
  const text = query.toString();
  return text === '' ? url : `${url}?${text}`;
}

/** A URL with its query, ready for one more parameter at its end. */
export function openQuery(url: string, values: QueryValues): string {
  const asked = withQuery(url, values);
  return asked === url ? `${url}?` : `${asked}&`;
}

/** One segment of a path. */
export function segment(text: string): string {
  return encodeURIComponent(text);
}

/** Characters of a `Link` header that clients take. */
export const longestLinkHeader = 4_000;

/**
 * Value of a `Link` header (RFC 8288). Hrefs are percent-encoded already and therefore ASCII. Where long queries would
 * make it more than clients take, only the way onwards is told; the document has all links.
 */
export function linkHeader(links: readonly Link[]): string {
  const all = linkValues(links);
  return all.length <= longestLinkHeader ? all : linkValues(links.filter(({ rel }) => rel === 'next'));
}

/** The links as a header has them, however long that is. */
export function linkValues(links: readonly Link[]): string {
  return links.map(({ href, rel, type }) => `<${href}>; rel="${rel}"; type="${type}"`).join(', ');
}
