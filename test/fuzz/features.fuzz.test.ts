import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type TestApi } from '../conformance/features/api.ts';
import { operationsOf, requestOf } from './requests.ts';

/** Whatever is asked, the server answers: no 5xx, no hang, and nothing that was not meant is written. */
const runs = Number(process.env.UFUQ_FUZZ_RUNS ?? 2000);
const seed = Number(process.env.UFUQ_FUZZ_SEED ?? 20_260_101);
const seconds = Number(process.env.UFUQ_FUZZ_SECONDS ?? 120);
const patienceMs = 10_000;

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api.close());

test(
  `up to ${runs} malformed requests (seed ${seed})`,
  async () => {
    const { body: document } = await api.get('/api');
    const before = await api.kernel.reader.position();
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(requestOf(operationsOf(document)), async ({ isAdministrator: _, ...request }) => {
        const answer = await Promise.race([api.send(request), late()]);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.status, `${request.method} ${request.url}\n${answer.text.slice(0, 500)}`).toBeLessThan(
          500,
        );
        if (answer.status >= 400 && answer.headers['content-type'] === 'application/problem+json') {
          expect(answer.body).toMatchObject({
            status: answer.status,
            title: expect.any(String),
            detail: expect.any(String),
          });
          for (const error of answer.body.errors ?? []) expect(error.detail).not.toBe('');
        }
      }),
      { numRuns: runs, seed, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
    );
    console.info('answers by status:', Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
    expect(await api.kernel.reader.position()).toBe(before);
  },
  (seconds + 60) * 1000,
);

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs).unref();
  });
}
