import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { baseUrl, linkHeader, withQuery } from './links.ts';

async function baseOf(
  headers: Record<string, string>,
  trustProxy = false,
  publicUrl?: string,
): Promise<string> {
  const app = Fastify({ trustProxy });
  app.get('/', async (request) => baseUrl(request, publicUrl ? { publicUrl } : {}));
  const { body } = await app.inject({ url: '/', headers });
  await app.close();
  return body;
}

describe('the address that the client used', () => {
  test('host and port are kept', async () => {
    expect(await baseOf({ host: 'data.example.org:8080' })).toBe('http://data.example.org:8080');
    expect(await baseOf({ host: '[::1]:8080' })).toBe('http://[::1]:8080');
  });

  test('a proxy is believed only where it is trusted', async () => {
    const forwarded = { host: 'inside:1', 'x-forwarded-host': 'out.example', 'x-forwarded-proto': 'https' };
    expect(await baseOf(forwarded)).toBe('http://inside:1');
    expect(await baseOf(forwarded, true)).toBe('https://out.example');
    expect(await baseOf(forwarded, true, 'https://set.example/a/')).toBe('https://set.example/a');
  });

  test('a host that no URL can hold is refused', async () => {
    expect(await baseOf({ host: 'a"><script>' })).toContain('bad-request');
  });
});

test('queries leave out what has no value', () => {
  expect(withQuery('http://a/b', { a: 'ə &', b: undefined, c: 0 })).toBe('http://a/b?a=%C9%99+%26&c=0');
  expect(withQuery('http://a/b', {})).toBe('http://a/b');
});

test('a Link header that grows too long tells the way onwards only', () => {
  const link = (rel: string) => ({ href: `http://a/${'x'.repeat(1500)}`, rel, type: 'a/b' });
  expect(linkHeader([link('self'), link('next')])).toContain('rel="self"');
  const long = linkHeader([link('self'), link('alternate'), link('next')]);
  expect(long).toMatch(/^<[^>]+>; rel="next"; type="a\/b"$/);
});
