import { expect, test } from 'vitest';
import { isLoopback, mayListen } from './bind-rule.ts';

test.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1'])(
  '%s is loopback',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

test.each(['0.0.0.0', '::', '192.168.1.1', '10.0.0.1', '127.example.org', 'example.org', '::ffff:10.0.0.1'])(
  '%s is not loopback',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

test('an address that others reach needs a word', () => {
  const open = { host: '0.0.0.0', allowAnonymousRead: false, trustProxy: false, publicUrl: undefined };
  expect(mayListen(open)).toBe(false);
  expect(mayListen({ ...open, host: '127.0.0.1' })).toBe(true);
  expect(mayListen({ ...open, allowAnonymousRead: true })).toBe(true);
  expect(mayListen({ ...open, trustProxy: true })).toBe(false);
  expect(mayListen({ ...open, trustProxy: true, publicUrl: 'http://map.example.org' })).toBe(false);
  expect(mayListen({ ...open, publicUrl: 'https://map.example.org' })).toBe(false);
  expect(mayListen({ ...open, trustProxy: true, publicUrl: 'https://map.example.org' })).toBe(true);
});
