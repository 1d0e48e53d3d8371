import fc from 'fast-check';
import { Webhook as Verifier } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { backoffMs, retryAfterMs } from './backoff.ts';
import { isSecret, newSecret, signedHeaders } from './signature.ts';
import { guardedLookup, isPublicAddress, PrivateTargetError, targetFault } from './target-guard.ts';

describe('signatures', () => {
  test('the reference library of Standard Webhooks accepts them, and nothing that was changed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (payload, position) => {
        const secret = newSecret();
        expect(isSecret(secret)).toBe(true);
        const body = JSON.stringify(payload);
        const headers = signedHeaders(`wh1_${position}`, Math.floor(Date.now() / 1000), body, [secret]);
        const verifier = new Verifier(secret);
        expect(verifier.verify(body, { ...headers })).toEqual(JSON.parse(body));
        expect(() => verifier.verify(`${body} `, { ...headers })).toThrow();
        expect(() => verifier.verify(body, { ...headers, 'webhook-id': 'wh1_x' })).toThrow();
      }),
      { numRuns: 50 },
    );
  });

  test('while secrets change over, receivers with the old one and with the new one both accept', () => {
    const [fresh, former] = [newSecret(), newSecret()];
    const headers = { ...signedHeaders('wh1_1', Math.floor(Date.now() / 1000), '{}', [fresh, former]) };
    for (const secret of [fresh, former]) expect(new Verifier(secret).verify('{}', headers)).toEqual({});
    expect(() => new Verifier(newSecret()).verify('{}', headers)).toThrow();
  });

  test.each(['', 'whsec_', 'whsec_c2hvcnQ=', 'secret', `whsec_${'A'.repeat(200)}`, 'whsec_!!!!'])(
    '%j is no secret',
    (text) => {
      expect(isSecret(text)).toBe(false);
    },
  );
});

describe('where webhooks may lead', () => {
  test.each(['8.8.8.8', '185.1.2.3', '2a00:1450:4001:80b::200e', '2606:4700::1111'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'no address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    ['https://example.org/hook', undefined],
    ['https://example.org:8443/hook?x=1', undefined],
    ['http://example.org/hook', 'webhook-target-https'],
    ['ftp://example.org/hook', 'webhook-target'],
    ['https://name:word@example.org/', 'webhook-target'],
    ['not a url', 'webhook-target'],
    ['https://localhost/hook', 'webhook-target-private'],
    ['https://a.localhost./hook', 'webhook-target-private'],
    ['https://127.0.0.1/', 'webhook-target-private'],
    ['https://2130706433/', 'webhook-target-private'], // 127.0.0.1 as one number
    ['https://0x7f.1/', 'webhook-target-private'],
    ['https://[::1]/', 'webhook-target-private'],
    ['https://[::ffff:169.254.169.254]/', 'webhook-target-private'],
  ])('%s: %s', (target, fault) => {
    expect(targetFault(target, 'public')).toBe(fault);
  });

  test('the operator may allow all of it but nonsense', () => {
    expect(targetFault('http://10.0.0.1/hook', 'any')).toBeUndefined();
    expect(targetFault('javascript:alert(1)', 'any')).toBe('webhook-target');
  });

  test('a name that leads to a private address is refused as it is connected to', async () => {
    const ask = (policy: 'public' | 'any') =>
      new Promise((resolve) =>
        guardedLookup(policy)('localhost', {}, (error, address) => resolve(error ?? address)),
      );
    expect(await ask('public')).toBeInstanceOf(PrivateTargetError);
    expect(['127.0.0.1', '::1']).toContain(await ask('any'));
  });
});

describe('retries', () => {
  test('waits double up to an hour and are spread over half of themselves', () => {
    const waits = (random: number) =>
      Array.from({ length: 14 }, (_, i) => backoffMs(i + 1, 5000, () => random) / 1000);
    expect(waits(1).slice(0, 4)).toEqual([5, 10, 20, 40]);
    expect(waits(0).slice(0, 4)).toEqual([2.5, 5, 10, 20]);
    expect(waits(1).at(-1)).toBe(3600);
  });

  test('Retry-After is read as seconds or as a date, within a day', () => {
    const now = Date.parse('2024-01-01T00:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Mon, 01 Jan 2024 00:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Mon, 01 Jan 2020 00:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('99999999', now)).toBe(86_400_000);
    expect(retryAfterMs('soon', now)).toBeUndefined();
    expect(retryAfterMs(undefined, now)).toBeUndefined();
  });
});
