import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { configWith } from '../../src/kernel/config.ts';
import { installProblems } from '../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../src/kernel/http/settings.ts';
import { LogWatch } from '../../src/kernel/log/follow/log-watch.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { type Deliverer, openDeliverer } from '../../src/kernel/webhooks/deliverer.ts';
import { webhooksPlugin } from '../../src/standards/webhooks/plugin.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { accepts, answers, hangsUp, neverAnswers, Receiver } from './receiver.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: null,
  provenance: false,
  access: { read: 'public', rows: 'depth < 100' },
  fields: [
    { name: 'depth', type: 'integer', title: same('Depth') },
    { name: 'owner', type: 'string', secrecy: 'restricted', title: same('Owner') },
  ],
});

let kernel: TestKernel;
let app: FastifyInstance;
let watch: LogWatch;
let receiver: Receiver;
const deliverers: Deliverer[] = [];

beforeAll(async () => {
  kernel = await openKernel([wells]);
  kernel.testClock.now = Date.now();
  watch = new LogWatch(kernel.database);
  app = Fastify();
  const settings: HttpSettings = { ...defaultNames, ...configWith({}) };
  installProblems(app, settings);
  app.decorateRequest('caller', null as never);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization ? administrator : anonymous;
  });
  await app.register(webhooksPlugin, { services: kernel, settings, policy: 'any' });
}, 180_000);
afterAll(async () => {
  await watch.close();
  await app.close();
  await kernel.database.close();
});
beforeEach(async () => {
  receiver = await Receiver.open();
});
afterEach(async () => {
  for (const deliverer of deliverers.splice(0)) await deliverer.stop();
  for (const { id } of (await call('GET', '/webhooks')).json().webhooks)
    await call('DELETE', `/webhooks/${id}`);
  await receiver.close();
});

const call = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
  headers: object = { authorization: 'Bearer x' },
) => app.inject({ method, url, headers: { ...headers }, ...(body && { payload: body }) });

async function subscribe(settings: object = {}): Promise<string> {
  const answer = await call('POST', '/webhooks', {
    title: 'Test',
    target: receiver.url,
    registers: ['wells'],
    ...settings,
  });
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  receiver.secret = answer.json().secret;
  return answer.json().id;
}

function deliverNow(): Deliverer {
  const deliverer = openDeliverer({
    database: kernel.database,
    registry: kernel.registry,
    clock: kernel.clock,
    watch,
    policy: 'any',
    timeoutMs: 300,
    firstRetryMs: 20,
    onAttempt: () => {},
  });
  deliverers.push(deliverer);
  deliverer.start();
  return deliverer;
}

let count = 0;
async function writeWells(n: number, depth = 10): Promise<number[]> {
  const positions: number[] = [];
  for (let i = 0; i < n; i++) {
    const body = { properties: { depth, owner: 'Aygün' }, geometry: null };
    const written = await kernel.writer.write(
      [{ verb: 'create', register: 'wells', record: `w${count++}`, body }],
      byAdministrator,
    );
    positions.push(written[0]!.position);
  }
  return positions;
}

async function until(
  condition: () => boolean | Promise<boolean>,
  what = condition.toString(),
): Promise<void> {
  const end = Date.now() + 45_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const hook = async (id: string) => (await call('GET', `/webhooks/${id}`)).json();

describe('delivery', () => {
  test('what was written before and what comes is told in order, signed, as CloudEvents, with the public eyes', async () => {
    await subscribe();
    const before = await writeWells(3);
    deliverNow();
    await writeWells(1, 500); // not for the public
    const after = await writeWells(3);
    await until(() => receiver.accepted().length === 6);
    expect(receiver.accepted()).toEqual([...before, ...after]);
    expect(receiver.badSignatures).toBe(0);
    expect(receiver.requests[0]!.event).toMatchObject({
      specversion: '1.0',
      type: 'ufuq.record.upsert',
      source: 'http://localhost:80/collections/wells',
      data: { type: 'Feature', properties: { depth: 10 } },
    });
    expect(JSON.stringify(receiver.requests)).not.toContain('Aygün');
  });

  test('time-outs, errors and cut connections are tried again, and nothing overtakes', async () => {
    await subscribe();
    const faults = [
      neverAnswers,
      answers(500, {}, 'no'),
      hangsUp,
      answers(429, { 'retry-after': '0' }),
      answers(302, { location: '/elsewhere' }),
    ];
    receiver.behaviour = (request, response, attempt) =>
      (attempt <= 2 ? faults[receiver.requests.length % faults.length]! : accepts)(
        request,
        response,
        attempt,
      );
    deliverNow();
    const positions = await writeWells(5);
    await until(() => receiver.accepted().length === 5);
    expect(receiver.accepted()).toEqual(positions);
    expect(receiver.requests.length).toBe(15);
    expect(new Set(receiver.requests.map(({ id }) => id)).size).toBe(5);
    expect(receiver.badSignatures).toBe(0);
  });

  test('Retry-After is honoured', async () => {
    const id = await subscribe();
    receiver.behaviour = answers(503, { 'retry-after': '3600' }, 'later');
    deliverNow();
    await writeWells(1);
    await until(async () => (await hook(id)).attempts === 1);
    const { nextAttemptAt, lastFailure, lastStatus } = await hook(id);
    expect(Date.parse(nextAttemptAt) - Date.now()).toBeGreaterThan(3_000_000);
    expect([lastFailure, lastStatus]).toEqual(['status', 503]);
  });

  test('a receiver that is gone is not asked again', async () => {
    const id = await subscribe();
    receiver.behaviour = answers(410);
    deliverNow();
    await writeWells(2);
    await until(async () => (await hook(id)).state === 'gone');
    expect(receiver.requests.length).toBe(1);
    expect((await hook(id)).reason).toBe('gone');
  });

  test('two deliverers share the work and never tell the same at a time', async () => {
    await subscribe();
    deliverNow();
    deliverNow();
    const positions = await writeWells(12);
    await until(() => receiver.accepted().length === 12);
    expect(receiver.requests.map(({ event }) => Number(event.id))).toEqual(positions);
  });

  test('a secret that was rotated signs beside the new one', async () => {
    const id = await subscribe();
    const former = receiver.secret;
    const { secret } = (await call('POST', `/webhooks/${id}/secret`)).json();
    expect(secret).not.toBe(former);
    deliverNow();
    await writeWells(1);
    await until(() => receiver.accepted().length === 1);
    receiver.secret = secret;
    await writeWells(1);
    await until(() => receiver.accepted().length === 2);
    expect(receiver.badSignatures).toBe(0);
  });

  test('a webhook begins where it is told to, and can be sent back', async () => {
    const first = await writeWells(2);
    const id = await subscribe({ since: first[0]! - 1 });
    deliverNow();
    await until(() => receiver.accepted().length === 2);
    await call('PATCH', `/webhooks/${id}`, { since: first[0]! });
    await until(() => receiver.requests.length === 3);
    expect(receiver.requests.map(({ event }) => Number(event.id))).toEqual([...first, first[1]]);
  });

  test('one that is paused rests, and goes on without a missed event', async () => {
    const id = await subscribe({ state: 'paused' });
    deliverNow();
    const positions = await writeWells(3);
    expect(receiver.requests).toEqual([]);
    await call('PATCH', `/webhooks/${id}`, { state: 'active' });
    await until(() => receiver.accepted().length === 3);
    expect(receiver.accepted()).toEqual(positions);
  });
});

describe('dead letters', () => {
  const refusesOne = (position: () => number) =>
    ((request, response, attempt) => {
      const isIt =
        receiver.requests.length >= 0 &&
        Number(request.headers['webhook-id']!.toString().split('_')[1]) === position();
      (isIt ? answers(422, {}, 'I do not like\u0000 it') : accepts)(request, response, attempt);
    }) as Receiver['behaviour'];
  const letters = async (id: string, query = '') =>
    (await call('GET', `/webhooks/${id}/dead-letters${query}`)).json().deadLetters;

  test('after its attempts an event is put aside with what the receiver said, and the next ones are told', async () => {
    const id = await subscribe({ maxAttempts: 3 });
    let bad = 0;
    receiver.behaviour = refusesOne(() => bad);
    const positions = await writeWells(4);
    bad = positions[1]!;
    deliverNow();
    await until(async () => (await hook(id)).lag === 0 && receiver.accepted().length === 3);
    expect(receiver.accepted()).toEqual(positions.filter((position) => position !== bad));
    expect(await letters(id)).toMatchObject([
      {
        position: bad,
        attempts: 3,
        failure: 'status',
        status: 422,
        excerpt: 'I do not like it',
        state: 'waiting',
      },
    ]);
    expect((await hook(id)).deadLetters).toBe(1);

    // Sent once more and refused, it waits again; accepted, it is settled.
    expect((await call('POST', `/webhooks/${id}/dead-letters/${bad}/redelivery`)).statusCode).toBe(202);
    await until(async () => (await letters(id))[0]?.attempts === 4);
    receiver.behaviour = accepts;
    expect((await call('POST', `/webhooks/${id}/dead-letters/redelivery`)).json()).toEqual({ queued: 1 });
    await until(async () => (await letters(id)).length === 0);
    expect(await letters(id, '?settled=true')).toMatchObject([{ state: 'delivered' }]);
    expect(receiver.accepted()).toContain(bad);
  });

  test('one that is to pause waits for a person, and then nothing is missed', async () => {
    const id = await subscribe({ maxAttempts: 2, onDeadLetter: 'pause' });
    let bad = 0;
    receiver.behaviour = refusesOne(() => bad);
    const positions = await writeWells(4);
    bad = positions[1]!;
    deliverNow();
    await until(async () => (await hook(id)).state === 'paused');
    expect(receiver.accepted()).toEqual(positions.slice(0, 1));
    receiver.behaviour = accepts;
    await call('POST', `/webhooks/${id}/dead-letters/${bad}/redelivery`);
    await until(() => receiver.accepted().length === 4);
    expect(receiver.accepted()).toEqual(positions);
    expect((await hook(id)).state).toBe('active');
  });

  test('one that is dismissed stays on record with the reason, and the webhook goes on past it', async () => {
    const id = await subscribe({ maxAttempts: 1, onDeadLetter: 'pause' });
    let bad = 0;
    receiver.behaviour = refusesOne(() => bad);
    const positions = await writeWells(3);
    bad = positions[0]!;
    deliverNow();
    await until(async () => (await hook(id)).state === 'paused');
    expect((await call('POST', `/webhooks/${id}/dead-letters/${bad}/dismissal`, {})).statusCode).toBe(400);
    const dismissal = await call('POST', `/webhooks/${id}/dead-letters/${bad}/dismissal`, {
      reason: 'a test well',
    });
    expect(dismissal.json()).toEqual({ dismissed: 1 });
    await until(() => receiver.accepted().length === 2);
    expect(receiver.accepted()).toEqual(positions.slice(1));
    expect(await letters(id, '?settled=true')).toMatchObject([
      { state: 'dismissed', settledBy: 'administrator', settledReason: 'a test well' },
    ]);
    expect((await call('POST', `/webhooks/${id}/dead-letters/${bad}/redelivery`)).statusCode).toBe(404);
  });
});

describe('the door', () => {
  test('is for the administrator alone', async () => {
    for (const [method, url] of [
      ['GET', '/webhooks'],
      ['POST', '/webhooks'],
      ['GET', '/webhooks/x/dead-letters'],
      ['DELETE', '/webhooks/x'],
    ] as const)
      expect((await call(method, url, method === 'POST' ? {} : undefined, {})).statusCode).toBe(401);
  });

  test('everything that is wrong is said at once', async () => {
    const answer = await call('POST', '/webhooks', {
      target: 'ftp://x',
      registers: ['nowhere'],
      types: ['news'],
      maxAttempts: 0,
      secret: 'x',
      audience: 'all',
      colour: 'red',
      bbox: [1, 9, 2, 3],
    });
    expect(answer.statusCode).toBe(400);
    expect(
      answer
        .json()
        .errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ).toEqual([
      '/title required',
      '/target webhook-target',
      '/registers not-allowed',
      '/types not-allowed',
      '/maxAttempts count',
      '/secret webhook-secret',
      '/audience not-allowed',
      '/colour member-unknown',
      '/bbox bbox-order',
    ]);
  });

  test('a filter is read when the webhook is made, with the eyes of its audience', async () => {
    const make = async (settings: object) =>
      (await call('POST', '/webhooks', { title: 'T', target: receiver.url, ...settings })).statusCode;
    expect(await make({ registers: ['wells'], filter: 'depth > 3' })).toBe(201);
    expect(await make({ filter: 'depth > 3' })).toBe(400);
    expect(await make({ registers: ['wells'], filter: 'depth >' })).toBe(400);
    expect(await make({ registers: ['wells'], filter: "owner = 'x'" })).toBe(400);
    expect(await make({ registers: ['wells'], filter: "owner = 'x'", audience: 'administrator' })).toBe(201);
  });

  test('secrets are told once; lists are paged', async () => {
    const [id, other] = [await subscribe(), await subscribe()];
    const page = (await call('GET', '/webhooks?limit=1')).json();
    const next = page.links.find(({ rel }: { rel: string }) => rel === 'next').href;
    const last = (await call('GET', next.replace(/^http:\/\/[^/]+/, ''))).json();
    const ids = [...page.webhooks, ...last.webhooks].map((each: { id: string }) => each.id);
    expect(ids.sort()).toEqual([id, other].sort());
    expect(JSON.stringify([page, await hook(id)])).not.toContain('whsec');
    expect((await call('GET', '/webhooks/none')).statusCode).toBe(404);
  });
});
