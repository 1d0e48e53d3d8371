import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { mayShowInline, mediaTypeOf } from './media-type.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const bytes = (text: string) => Buffer.from(text);

test.each<[string, Buffer, string]>([
  ['a PNG', png, 'image/png'],
  ['a PDF', bytes('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
  ['a zip', Buffer.from(zipSync({ 'a.txt': bytes('a') })), 'application/zip'],
  ['plain text', bytes('Təhvil-təslim aktı\n12 dekabr'), 'text/plain'],
  ['a table', bytes('id;ad\n1;"Bakı; şəhər"\n2;Gəncə\n'), 'text/csv'],
  ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'image/svg+xml'],
  ['an SVG behind a prolog', bytes('\ufeff<?xml version="1.0"?>\n<!-- x -->\n<svg/>'), 'image/svg+xml'],
  ['a page', bytes('  <!DOCTYPE html><p>x'), 'text/html'],
  ['a page behind text', bytes('Dear reader, <script>alert(1)</script>'), 'text/html'],
  ['XML', bytes('<?xml version="1.0"?><a/>'), 'application/xml'],
  ['JSON', bytes('{"a": [1, 2]}'), 'application/json'],
  ['nothing', Buffer.alloc(0), 'text/plain'],
  ['noise', Buffer.from([0, 1, 2, 3, 250, 251]), 'application/octet-stream'],
  ['text of another age', Buffer.from([0xd1, 0xc0, 0xca, 0xdb, 0x20, 0xff]), 'application/octet-stream'],
])('%s is told by its bytes', async (_name, head, type) => {
  expect(await mediaTypeOf(head)).toBe(type);
});

test('a character that the end of the sample cuts does not make text into noise', async () => {
  const text = bytes('ə'.repeat(40_000)).subarray(0, 65_535);
  expect(await mediaTypeOf(Buffer.concat([bytes('a'), text]).subarray(0, 65_536))).toBe('text/plain');
});

test('an archive that would swell to a gigabyte is told without swelling', async () => {
  const zeros = deflateRawSync(Buffer.alloc(60_000_000));
  const name = bytes('[Content_Types].xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(zeros.length, 18);
  local.writeUInt32LE(1_000_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const bomb = Buffer.concat([local, name, zeros]).subarray(0, 65_536);
  const before = process.memoryUsage.rss();
  const started = performance.now();
  await mediaTypeOf(bomb);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
});

test('whatever the bytes are, they have a type, and nothing that a browser would run is shown by it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (random) => {
      expect(await mediaTypeOf(Buffer.from(random))).toMatch(/^[a-z]+\/[\w.+-]+/);
    }),
  );
  const markup = fc.constantFrom('<svg', '<SVG\n', '<script ', '<html>', '<iframe ', '<!doctype html>');
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 40 }), markup, async (before, tag) => {
      const type = await mediaTypeOf(Buffer.from(`<${before}${tag} x>`));
      if (type === 'text/plain') expect(before + tag).not.toMatch(/<script |<html>|<iframe /i);
      if (mayShowInline(type)) expect(['text/plain', 'text/csv']).toContain(type);
    }),
  );
});
