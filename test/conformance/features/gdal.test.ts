import { execFile, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type TestApi } from './api.ts';

/** A client that nobody here wrote reads the same as the API says. */
const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;
if (!hasGdal) console.info('ogrinfo is not installed: the tests with GDAL are skipped');

describe.skipIf(!hasGdal)('the OAPIF driver of GDAL', () => {
  let api: TestApi;
  let source: string;
  const run = async (...args: string[]) => (await promisify(execFile)('ogrinfo', ['-ro', ...args])).stdout;

  beforeAll(async () => {
    api = await openApi();
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    source = `OAPIF:http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  }, 60_000);
  afterAll(() => api.close());

  test('lists every collection and counts as the API does', async () => {
    const summary = await run('-al', '-so', source);
    const { body } = await api.get('/collections');
    const layers = [...summary.matchAll(/^Layer name: (.*)$/gm)].map(([, name]) => name);
    const counts = [...summary.matchAll(/^Feature Count: (\d+)$/gm)].map(([, count]) => Number(count));
    expect(layers).toEqual(body.collections.map(({ id }: { id: string }) => id));
    expect(counts).toEqual(body.collections.map(({ count }: { count: number }) => count));
  }, 60_000);

  test('reads every feature through pages, and by place', async () => {
    const all = await run('-al', '-oo', 'PAGE_SIZE=3', source, 'towns');
    expect(all.match(/^OGRFeature/gm)).toHaveLength(10);
    expect(all).toContain('code (String) = C7');
    expect(all).toMatch(/POINT \(49\.87 40\.41\)/);
    const near = await run('-al', '-spat', '49', '40', '50', '41', source, 'towns');
    expect(near.match(/^OGRFeature/gm)).toHaveLength(1);
  }, 60_000);
});
