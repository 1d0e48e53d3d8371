import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configWith } from '../kernel/config.ts';
import { installProblems } from '../kernel/http/problem.ts';
import { defaultNames } from '../kernel/http/settings.ts';
import { addTimeLimit } from './time-limit.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify();
  installProblems(app, { ...configWith({ limits: { requestSeconds: 0.05 } }), ...defaultNames });
  addTimeLimit(app, 0.05);
  app.get('/slow', async () => {
    await pause(150);
    return { late: true };
  });
  app.get('/import', { handlerTimeout: 60_000 }, async () => {
    await pause(100);
    return { done: true };
  });
  app.get('/export', async (_request, reply) => {
    async function* parts() {
      for (let i = 0; i < 5; i++) {
        yield `${i}`;
        await pause(30);
      }
    }
    return await reply.send(Readable.from(parts()));
  });
  await app.ready();
});

afterAll(() => app.close());

test('what is not answered in time is a problem that names the limit, and the late answer harms nobody', async () => {
  const { statusCode, body } = await app.inject('/slow');
  expect(statusCode).toBe(503);
  expect(JSON.parse(body)).toMatchObject({
    type: expect.stringMatching(/timeout$/),
    detail: expect.stringContaining('0.05'),
  });
  await pause(200);
  expect((await app.inject('/nothing')).statusCode).toBe(404);
});

test('an import takes its time', async () => {
  expect((await app.inject('/import')).json()).toEqual({ done: true });
});

test('an answer that has begun is not cut off', async () => {
  expect((await app.inject('/export')).body).toBe('01234');
});
