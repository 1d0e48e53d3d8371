import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { type FeedServer, openFeedServer, serverEvents } from './feed-server.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const wells = defineRegister({
  id: 'wells',
  title: same('Wells'),
  description: same('Wells'),
  geometry: 'Point',
  provenance: false,
  access: { read: 'public', rows: 'depth < 100' },
  fields: [
    { name: 'depth', type: 'integer', title: same('Depth') },
    { name: 'owner', type: 'string', secrecy: 'restricted', title: same('Owner') },
  ],
});
const springs = defineRegister({ ...wells, id: 'springs', access: { read: 'public' } });
const secrets = defineRegister({ ...wells, id: 'secrets', access: { read: 'restricted' } });

let kernel: TestKernel;
let server: FeedServer;
let start: number;

const well = (register: string, record: string, depth: number, x = 49, owner = 'Aygün') => ({
  verb: 'replace' as const,
  register,
  record,
  body: { properties: { depth, owner }, geometry: { type: 'Point' as const, coordinates: [x, 40] } },
});
const write = (...intents: Parameters<TestKernel['writer']['write']>[0]) =>
  kernel.writer.write(intents, { ...byAdministrator, legalBasis: 'Water Code, art. 12' });

beforeAll(async () => {
  kernel = await openKernel([wells, springs, secrets]);
  server = await openFeedServer(kernel, { streams: 3, requestSeconds: 5 });
  start = await kernel.reader.position();
  await write(well('wells', 'a', 10), well('wells', 'b', 200), well('springs', 's', 5, 45)); // +1 +2 +3
  await write(well('secrets', 'x', 1)); // +4
  await write(well('wells', 'a', 150)); // +5 leaves what the public sees
  await write(well('wells', 'b', 20)); // +6 enters it
  await write(well('springs', 's', 5, 45, 'Rəşad')); // +7 nothing that the public sees
  await write({ verb: 'retire', register: 'springs', record: 's' }); // +8
}, 180_000);
afterAll(async () => {
  await server.close();
  await kernel.database.close();
});

const full = { authorization: 'Bearer x' };
const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
type Told = { position: number; kind: string; register: string; record: string; feature: unknown };
const told = async (query: string, headers: Record<string, string> = {}) =>
  ((await get(`/changes?since=${start}&${query}`, headers)).json().changes as Told[]).map(
    ({ position, kind, register, record }) => `+${position - start} ${kind} ${register}/${record}`,
  );

describe('what is told', () => {
  test('the administrator hears of every entry', async () => {
    expect(await told('', full)).toEqual([
      '+1 upsert wells/a',
      '+2 upsert wells/b',
      '+3 upsert springs/s',
      '+4 upsert secrets/x',
      '+5 upsert wells/a',
      '+6 upsert wells/b',
      '+7 upsert springs/s',
      '+8 tombstone springs/s',
    ]);
  });

  test('the public hears of what it sees, of what leaves that, and of nothing else', async () => {
    expect(await told('')).toEqual([
      '+1 upsert wells/a',
      '+3 upsert springs/s',
      '+5 tombstone wells/a',
      '+6 upsert wells/b',
      '+8 tombstone springs/s',
    ]);
    const { body } = await get(`/changes?since=${start}`);
    for (const hidden of ['Aygün', 'Rəşad', 'owner', 'secrets', '200', '150'])
      expect(body).not.toContain(hidden);
    expect((await get('/collections/secrets/changes')).statusCode).toBe(404);
    expect((await get('/changes?registers=secrets')).statusCode).toBe(404);
  });

  test('a filter and a box tell what enters and what leaves them', async () => {
    const filter = encodeURIComponent('depth > 100');
    expect(await told(`registers=wells&filter=${filter}`, full)).toEqual([
      '+2 upsert wells/b',
      '+5 upsert wells/a',
      '+6 tombstone wells/b',
    ]);
    expect(await told('bbox=44,39,46,41')).toEqual(['+3 upsert springs/s', '+8 tombstone springs/s']);
    expect(await told('types=tombstone')).toEqual(['+5 tombstone wells/a', '+8 tombstone springs/s']);
  });

  test('declarations are told from the first entry on, of restricted registers to the administrator alone', async () => {
    const declared = async (headers: Record<string, string>) =>
      (await get('/changes?types=declared', headers)).json().changes.map(({ register }: Told) => register);
    expect(await declared(full)).toEqual(['wells', 'springs', 'secrets']);
    expect(await declared({})).toEqual(['wells', 'springs']);
  });
});

describe('JSON', () => {
  test('pages follow one another by "next", keep batches together, and end with a cursor that waits for more', async () => {
    const seen: number[] = [];
    let url = `/collections/wells/changes?since=${start}&limit=1`;
    for (let i = 0; i < 20; i++) {
      const page = (await get(url, full)).json();
      seen.push(...page.changes.map(({ position }: Told) => position - start));
      url = page.links.find(({ rel }: { rel: string }) => rel === 'next').href.replace(/^http:\/\/[^/]+/, '');
      if (page.isLatest) break;
    }
    expect(seen).toEqual([1, 2, 5, 6]);
    const again = await get(url, full);
    expect(again.json()).toMatchObject({ changes: [], isLatest: true });
    const unchanged = await get(url, { ...full, 'if-none-match': String(again.headers.etag) });
    expect(unchanged.statusCode).toBe(304);
    const page = (await get(`/changes?since=${start + 4}&limit=1`, full)).json();
    expect(page).toMatchObject({ next: start + 5, numberReturned: 1 });
    const first = (await get(`/changes?since=${start - 1}&limit=3`, full)).json();
    expect(first).toMatchObject({ next: start, changes: [{ kind: 'declared' }] }); // the batch of three is left whole
  });

  test('a change says who, when, why, over which time, and is a feature', async () => {
    const [change] = (await get(`/collections/wells/changes?since=${start}`)).json().changes;
    expect(change).toEqual({
      position: start + 1,
      kind: 'upsert',
      register: 'wells',
      record: 'a',
      valid: { from: null, to: null },
      recordedAt: '2023-01-01T00:00:00Z',
      actor: 'administrator',
      legalBasis: 'Water Code, art. 12',
      cause: 'test',
      batch: { first: start + 1, last: start + 3 },
      feature: {
        type: 'Feature',
        id: 'a',
        geometry: { type: 'Point', coordinates: [49, 40] },
        properties: { depth: 10 },
      },
    });
  });

  test('since may be a time', async () => {
    expect((await get('/changes?since=2022-12-31')).json().changes.length).toBeGreaterThan(5);
    expect((await get('/changes?since=2023-01-02')).json()).toMatchObject({ changes: [], isLatest: true });
  });

  test('CloudEvents have the attributes that the specification wants, and names that it allows', async () => {
    const answer = await get(`/changes?since=${start}`, {
      ...full,
      accept: 'application/cloudevents-batch+json',
    });
    expect(answer.headers['content-type']).toBe('application/cloudevents-batch+json');
    expect(answer.headers.link).toContain('rel="next"');
    const events = answer.json() as Record<string, unknown>[];
    expect(events.length).toBe(8);
    for (const event of events) {
      expect(event).toMatchObject({ specversion: '1.0' });
      for (const name of ['id', 'source', 'type', 'subject', 'time']) expect(event[name]).toMatch(/./);
      expect(Object.keys(event).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([]);
      expect(
        Object.values(event).every((value) => typeof value === 'string' || typeof value === 'object'),
      ).toBe(true);
      expect(Number.isNaN(Date.parse(String(event.time)))).toBe(false);
    }
    expect(new Set(events.map(({ source, id }) => `${source} ${id}`)).size).toBe(8);
    expect(events[7]).not.toHaveProperty('data');
  });

  test('a request may wait for what comes', async () => {
    const position = await kernel.reader.position();
    const waiting = get(`/collections/springs/changes?since=${position}&wait=3`);
    await write(well('wells', 'w', 1)); // does not concern it
    await write(well('springs', 'w', 1));
    expect((await waiting).json().changes).toMatchObject([{ record: 'w', position: position + 2 }]);
    const began = performance.now();
    const nothing = await (await fetch(`${server.url}/changes?since=${position + 2}&wait=1`)).json();
    expect(nothing).toMatchObject({ changes: [], isLatest: true });
    expect(performance.now() - began).toBeGreaterThan(900);
  });

  test.each([
    ['since=soon', 'changes-since'],
    ['since=99999999', 'changes-ahead'],
    ['filter=depth%3E1', 'changes-filter-needs-registers'],
    ['types=news', 'not-allowed'],
    ['limit=0', 'count'],
    ['bbox=1,2,3', 'bbox'],
    ['colour=red', 'parameter-unknown'],
  ])('%s is refused as %s', async (query, code) => {
    const answer = await get(`/changes?${query}`);
    expect([answer.statusCode, answer.json().errors[0].code]).toEqual([400, code]);
    expect(answer.json().errors[0].detail).toMatch(/ /);
  });

  test('a filter cannot ask for what the caller may not see', async () => {
    const filter = encodeURIComponent("owner = 'Aygün'");
    expect((await get(`/collections/springs/changes?filter=${filter}`)).statusCode).toBe(400);
    expect((await get(`/collections/springs/changes?filter=${filter}`, full)).statusCode).toBe(200);
  });
});

describe('server-sent events', () => {
  const open = async (path: string, headers: Record<string, string> = {}) => {
    const gone = new AbortController();
    const answer = await fetch(server.url + path, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: gone.signal,
    });
    return { answer, events: serverEvents(answer), close: () => gone.abort() };
  };

  test('what was, then what comes, each with its cursor', async () => {
    const { answer, events, close } = await open(`/changes?since=${start + 4}`, full);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('no-transform');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    const seen: string[] = [];
    for await (const { id, event } of events) {
      seen.push(event);
      if (event !== 'latest') expect(Number(id)).toBeGreaterThan(start + 4);
      if (event === 'latest') break;
    }
    expect(seen.slice(0, 4)).toEqual(['upsert', 'upsert', 'upsert', 'tombstone']);
    close();
  });

  test('one that was cut goes on by Last-Event-ID, without a missed or a doubled event', async () => {
    const ids: number[] = [];
    let last: string | undefined;
    const before = await kernel.reader.position();
    const writing = (async () => {
      for (let i = 0; i < 30; i++) await write(well('springs', `n${i}`, i));
    })();
    while (ids.length < 30) {
      const cursor: Record<string, string> = last === undefined ? {} : { 'last-event-id': last };
      const { events, close } = await open(`/collections/springs/changes?since=${before}`, cursor);
      let some = 0;
      try {
        for await (const { id, event } of events) {
          if (event === 'latest') continue;
          ids.push(Number(id));
          last = id;
          if (++some === 7 || ids.length === 30) break;
        }
      } finally {
        close();
      }
    }
    await writing;
    expect(ids).toEqual(Array.from({ length: 30 }, (_, i) => before + 1 + i));
  });

  test('there are no more streams at a time than the operator wants, and stopping ends them', async () => {
    const own = await openFeedServer(kernel, { streams: 2 });
    const stream = () => fetch(`${own.url}/changes`, { headers: { accept: 'text/event-stream' } });
    const [one, two] = [await stream(), await stream()];
    const refused = await stream();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    const began = performance.now();
    await own.watch.close();
    await Promise.all([one.text(), two.text()]);
    expect(performance.now() - began).toBeLessThan(2_000);
    await own.close();
  });

  test('one that has nothing to tell shows that it lives, whatever else is written', async () => {
    const own = await openFeedServer(kernel, {}, 200);
    const position = await kernel.reader.position();
    const gone = new AbortController();
    const answer = await fetch(`${own.url}/collections/wells/changes?since=${position}`, {
      headers: { accept: 'text/event-stream' },
      signal: gone.signal,
    });
    let isDone = false;
    const writing = (async () => {
      for (let i = 0; !isDone && i < 200; i++) await write(well('springs', 'other', i));
    })();
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(bytes);
      if (/^id: \d+\n: /m.test(text)) break;
    }
    isDone = true;
    gone.abort();
    await writing;
    expect(Number(/^id: (\d+)\n: /m.exec(text)![1])).toBeGreaterThanOrEqual(position);
    await own.close();
  }, 20_000);

  test('a client that does not read holds up nothing but itself', async () => {
    const { answer, close } = await open('/changes');
    for (let i = 0; i < 20; i++) await write(well('springs', 'fat', i));
    expect((await get(`/changes?since=${start}`)).statusCode).toBe(200);
    close();
    await answer.body?.cancel().catch(() => {});
  });
});
