import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../src/kernel/log/intent.ts';
import { authorization, type Door, openDoor } from '../documents/door.ts';
import { byAdministrator } from '../engines/kernel.ts';

let door: Door;
const same = (words: string) => ({ az: words, en: words, ar: words, fa: words });
const create = (register: string, record: string, properties: object): Intent => ({
  verb: 'create',
  register,
  record,
  body: {
    properties: { name: same(record), label: 'synthetic', source: 'test', ...properties },
    geometry: null,
  },
});

async function write(...intents: Intent[]): Promise<number> {
  const written = await door.services.writer.write(intents, byAdministrator);
  return Math.max(...written.map(({ position }) => position));
}

async function ask(query: string, headers: Record<string, string> = {}) {
  return await door.app.inject({ url: `/promises?${query}`, headers });
}

async function statusOn(record: string, query: string) {
  const { promises } = (await ask(query)).json();
  const found = promises.find(({ id }: { id: string }) => id === record);
  return found && [found.status, found.reason];
}

beforeAll(async () => {
  door = await openDoor();
  await write(
    create('organisations', 'north', { kind: 'government' }),
    create('organisations', 'south', { kind: 'government' }),
    create('agreements', 'treaty', { kind: 'agreement', parties: ['north', 'south'], signed: '2024-03-01' }),
    create('committees', 'joint', { agreement: 'treaty' }),
    create('commitments', 'bridge', { agreement: 'treaty', obligor: 'north', due: '2025-06-30' }),
    create('commitments', 'road', {
      agreement: 'treaty',
      condition_kind: 'meeting-held',
      condition_after: 'P3M',
    }),
    create('commitments', 'port', { obligor: 'south', due: '2027-01-01', due_precision: 'year' }),
  );
});
afterAll(() => door.close());

describe('a promise', () => {
  test('is open, then late, and was not there before it was made', async () => {
    expect(await statusOn('bridge', 'datetime=2025-06-30')).toEqual(['open', 'not-due-yet']);
    expect(await statusOn('bridge', 'datetime=2025-07-01')).toEqual(['late', 'due-passed']);
    expect(await statusOn('bridge', 'datetime=2024-02-29')).toBeUndefined();
  });

  test('that hangs on a meeting is due after the committee has met', async () => {
    expect(await statusOn('road', 'datetime=2025-01-01')).toEqual(['unknown', 'condition-not-met']);
    await write(
      create('promise-events', 'met', { kind: 'meeting-held', happened: '2024-10-15', committee: 'joint' }),
    );
    expect(await statusOn('road', 'datetime=2025-01-15')).toEqual(['open', 'not-due-yet']);
    expect(await statusOn('road', 'datetime=2025-01-16')).toEqual(['late', 'due-passed']);
  });

  test('is claimed, then kept once a document shows it, and both answers remain', async () => {
    const delivered = { kind: 'delivered', happened: '2025-06-01', commitment: 'bridge' };
    const claimed = await write(create('promise-events', 'done', delivered));
    expect(await statusOn('bridge', 'datetime=2026-01-01')).toEqual(['unknown', 'claimed-without-evidence']);
    const attached = await door.app.inject({
      method: 'POST',
      url: '/documents?title=Act&to=promise-events/done',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      payload: 'act of acceptance',
    });
    expect(attached.statusCode).toBe(201);
    expect(await statusOn('bridge', 'datetime=2026-01-01')).toEqual(['kept', 'delivered']);
    expect(await statusOn('bridge', 'datetime=2025-05-31')).toEqual(['open', 'not-due-yet']);
    expect(await statusOn('bridge', `datetime=2026-01-01&asOf=${claimed}`)).toEqual([
      'unknown',
      'claimed-without-evidence',
    ]);
    expect(await statusOn('bridge', `datetime=2026-01-01&asOf=${claimed - 1}`)).toEqual([
      'late',
      'due-passed',
    ]);
    const { promises } = (await ask('datetime=2026-01-01')).json();
    const bridge = promises.find(({ id }: { id: string }) => id === 'bridge');
    expect(bridge.evidence).toEqual([createHash('sha256').update('act of acceptance').digest('hex')]);
    expect(bridge.events.map(({ kind }: { kind: string }) => kind)).toEqual(['meeting-held', 'delivered']);
  });
});

describe('the list', () => {
  const ids = async (query: string) =>
    (await ask(`datetime=2026-01-01&${query}`)).json().promises.map(({ id }: { id: string }) => id);

  test('is narrowed by party, status, due day and evidence, and counts what it shows', async () => {
    expect(await ids('')).toEqual(['road', 'bridge', 'port']);
    expect(await ids('party=north')).toEqual(['road', 'bridge']);
    expect(await ids('party=south')).toEqual(['road', 'bridge', 'port']);
    expect(await ids('status=late,kept')).toEqual(['road', 'bridge']);
    expect(await ids('due=2026-01-01/..')).toEqual(['port']);
    expect(await ids('evidence=none')).toEqual(['road', 'port']);
    const { summary } = (await ask('datetime=2026-01-01')).json();
    expect(summary).toEqual({
      total: 3,
      kept: 1,
      late: 1,
      open: 1,
      lapsed: 0,
      unknown: 0,
      withoutEvidence: 2,
    });
  });

  test('is paged, and says where it goes on', async () => {
    const first = (await ask('datetime=2026-01-01&limit=2')).json();
    expect([first.numberMatched, first.numberReturned]).toEqual([3, 2]);
    const next = new URL(first.links.find(({ rel }: { rel: string }) => rel === 'next').href);
    const second = (await door.app.inject(next.pathname + next.search)).json();
    expect(second.promises.map(({ id }: { id: string }) => id)).toEqual(['port']);
    expect(second.links.some(({ rel }: { rel: string }) => rel === 'next')).toBe(false);
  });

  test('is a table, a calendar of what is due, and a page in the language of the reader', async () => {
    const csv = await ask('datetime=2026-01-01&f=csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.split('\r\n')).toHaveLength(5);
    const ics = await ask('datetime=2026-01-01', { accept: 'text/calendar' });
    expect(ics.body).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0/);
    expect([...ics.body.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day)).toEqual([
      '20250115',
      '20271231',
    ]);
    expect(ics.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const page = await ask('datetime=2026-01-01', { accept: 'text/html', 'accept-language': 'ar' });
    expect(page.body).toContain('<html lang="ar" dir="rtl"');
    expect(page.body).toContain('متأخر');
  });

  test('has an ETag that changes with the log', async () => {
    const { headers } = await ask('datetime=2026-01-01');
    const again = await ask('datetime=2026-01-01', { 'if-none-match': String(headers.etag) });
    expect(again.statusCode).toBe(304);
    await write(create('organisations', 'east', { kind: 'government' }));
    const later = await ask('datetime=2026-01-01', { 'if-none-match': String(headers.etag) });
    expect(later.statusCode).toBe(200);
  });

  test('refuses what it does not understand, all at once', async () => {
    const { statusCode, json } = await ask('datetime=2025-01-01/2026-01-01&status=late');
    expect([statusCode, json().errors[0].pointer]).toEqual([400, 'parameter:datetime']);
    const more = await ask('status=broken&evidence=all&colour=red');
    expect(more.json().errors).toHaveLength(3);
  });
});
