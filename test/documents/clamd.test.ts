import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { ClamdScanner, clamdTarget } from '../../src/kernel/documents/clamd.ts';
import { eicar, type FakeClamd, fakeClamd } from './fake-clamd.ts';

const open: FakeClamd[] = [];
const daemon = async (...args: Parameters<typeof fakeClamd>) => {
  const started = await fakeClamd(...args);
  open.push(started);
  return started;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

test('clean and infected are told apart, and every byte arrives', async () => {
  const clamd = await daemon();
  const scanner = new ClamdScanner(clamd.address);
  const large = Buffer.alloc(3_000_001, 'ufuq');
  expect(await scanner.scan(Readable.from([large]))).toEqual({ outcome: 'clean' });
  expect(clamd.received().equals(large)).toBe(true);
  expect(await scanner.scan(Readable.from([Buffer.from(eicar)]))).toEqual({
    outcome: 'infected',
    signature: 'Eicar-Test-Signature',
  });
  expect(await scanner.scan(Readable.from([]))).toEqual({ outcome: 'clean' });
});

test('however the bytes are cut, the stream is the same', async () => {
  const clamd = await daemon();
  const scanner = new ClamdScanner(clamd.address);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 400 }), { maxLength: 8 }),
      async (pieces) => {
        const buffers = pieces.map((piece) => Buffer.from(piece));
        await scanner.scan(Readable.from(buffers));
        expect(clamd.received().equals(Buffer.concat(buffers))).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

test('a unix socket serves as well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-clamd-'));
  const clamd = await daemon('honest', join(folder, 'ctl'));
  expect(await new ClamdScanner(clamd.address).scan(Readable.from([Buffer.from('a')]))).toEqual({
    outcome: 'clean',
  });
  rmSync(folder, { recursive: true });
});

test.each(['silent', 'hangs-up', 'over-limit', 'gibberish'] as const)(
  'a daemon that is %s has said nothing',
  async (manner) => {
    const clamd = await daemon(manner);
    const scanner = new ClamdScanner(clamd.address, { idleMs: 200 });
    const verdict = await scanner.scan(Readable.from([Buffer.alloc(2_000_000)]));
    expect(verdict.outcome).toBe('unavailable');
  },
);

test('nobody there is unavailable too, and so is a document that cannot be read', async () => {
  const clamd = await daemon();
  const { address } = clamd;
  const broken = new Readable({ read: () => {} });
  setImmediate(() => broken.destroy(new Error('disk')));
  expect((await new ClamdScanner(address, { idleMs: 500 }).scan(broken)).outcome).toBe('unavailable');
  await open.pop()!.close();
  expect((await new ClamdScanner(address).scan(Readable.from(['a']))).outcome).toBe('unavailable');
});

test.each([
  ['clamd://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
  ['clamd://[::1]:3310', { host: '::1', port: 3310 }],
  ['clamd:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['clamd://host', undefined],
  ['clamd://host:0', undefined],
  ['http://host:3310', undefined],
])('%s', (address, target) => {
  expect(clamdTarget(address)).toEqual(target);
});

const real = ['/run/clamav/clamd.ctl', '/var/run/clamav/clamd.ctl'].find(existsSync);
test.skipIf(real === undefined)('the real daemon finds EICAR', async () => {
  const scanner = new ClamdScanner(`clamd://${real}`);
  expect((await scanner.scan(Readable.from([Buffer.from(eicar)]))).outcome).toBe('infected');
});
if (real === undefined)
  console.log('skipped: no clamd runs on this machine, so EICAR was shown to the fake one alone');
