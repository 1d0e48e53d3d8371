import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configWith } from '../config.ts';
import { Problem, type ProblemId, problems } from '../errors.ts';
import { answerProblem, installProblems } from './problem.ts';
import { addResource } from './resource.ts';
import { defaultNames, maxUrlLength } from './settings.ts';

const settings = { ...defaultNames, ...configWith({ limits: { bodyBytes: 2000 } }) };
const echo = async (request: FastifyRequest) => request.body ?? 'x';
let app: FastifyInstance;

beforeAll(async () => {
  app = Fastify({
    bodyLimit: settings.limits.bodyBytes,
    frameworkErrors: (error, request, reply) => {
      answerProblem(error, request, reply as never, settings);
    },
  });
  installProblems(app, settings);
  app.get<{ Params: { id: ProblemId } }>('/throw/:id', async ({ params }) => {
    throw new Problem(params.id, {}, [
      {
        pointer: '/a',
        code: 'required',
        params: { field: 'a' },
        geometry: { type: 'Point', coordinates: [1, 2] },
      },
      { pointer: '/b', code: 'rule', params: { rule: 'x', sentence_en: 'In its own words.' } },
    ]);
  });
  app.get('/crash', async () => {
    throw new Error('a secret');
  });
  addResource(app, '/thing', { handlers: { GET: echo, POST: echo } });
  await app.ready();
});
afterAll(() => app.close());

test.each(Object.entries(problems))('%s is answered %i', async (id, status) => {
  const response = await app.inject(`/throw/${id}`);
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(response.json()).toMatchObject({
    type: `http://localhost:80/problems/${id}`,
    status,
    errors: [
      { pointer: '/a', code: 'required', detail: '"a" must have a value.', geometry: { type: 'Point' } },
      { pointer: '/b', code: 'rule', detail: 'In its own words.' },
    ],
  });
  const page = await app.inject({
    url: `/problems/${id}`,
    headers: { accept: 'text/html', 'accept-language': 'fa' },
  });
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
});

test.each([
  [{ method: 'GET' as const, url: '/%FF' }, 'The address of the request is not UTF-8 with percent signs.'],
  [
    { method: 'POST' as const, url: '/thing', payload: '<a/>', headers: { 'content-type': 'text/xml' } },
    'Content of type "text/xml" is not understood here; understood are application/json, text/plain.',
  ],
])('the sentence says what is wrong and what would be right: %j', async (request, detail) => {
  expect((await app.inject(request)).json().detail).toBe(detail);
});

test('what nobody foresaw says nothing of itself', async () => {
  const response = await app.inject('/crash');
  expect(response.statusCode).toBe(500);
  expect(response.body).not.toContain('secret');
});

test.each([
  [{ method: 'GET' as const, url: '/%zz' }, 400],
  [{ method: 'GET' as const, url: `/thing?${'x'.repeat(maxUrlLength)}` }, 400],
  [{ method: 'DELETE' as const, url: '/thing' }, 405],
  [
    {
      method: 'POST' as const,
      url: '/thing',
      payload: 'x'.repeat(3000),
      headers: { 'content-type': 'text/plain' },
    },
    413,
  ],
  [{ method: 'POST' as const, url: '/thing', payload: '<a/>', headers: { 'content-type': 'text/xml' } }, 415],
  [
    { method: 'POST' as const, url: '/thing', payload: '{', headers: { 'content-type': 'application/json' } },
    400,
  ],
  [{ method: 'GET' as const, url: '/nothing' }, 404],
])('the framework refuses in the same form: %j', async (request, status) => {
  const response = await app.inject(request);
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    status,
    'application/problem+json',
  ]);
});
