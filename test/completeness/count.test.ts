import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countInStore, countText } from '../../src/cli/count/count-verb.ts';
import type { Body } from '../../src/kernel/log/entry.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { completenessStatements } from '../../src/registers/catalogue/completeness-statements.ts';
import { organisations } from '../../src/registers/catalogue/organisations.ts';
import { dataCentres } from '../../src/registers/infrastructure/data-centres.ts';
import { countries } from '../../src/registers/land/countries.ts';
import { bearer, buildApp } from '../conformance/features/api.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const centres = { ...dataCentres, fields: dataCentres.fields.filter(({ ref }) => ref !== 'settlements') };
/** The public sees open records only. */
const narrow = defineRegister({
  id: 'narrow',
  title: same('Narrow'),
  description: same('Rows that not everybody sees'),
  geometry: null,
  provenance: false,
  access: { read: 'public', rows: "state = 'open'" },
  fields: [
    { name: 'state', type: 'string', title: same('State') },
    { name: 'secret', type: 'string', secrecy: 'restricted', title: same('Secret') },
  ],
});

let kernel: TestKernel;
let app: FastifyInstance;
const source = { label: 'synthetic', source: 'test' };
const name = (text: string) => ({ en: text });
const centre = (id: string, properties: Body['properties'], x = 49): Promise<unknown> =>
  kernel.writer.write(
    [
      {
        verb: 'create',
        register: 'data-centres',
        record: id,
        body: {
          properties: { name: name(id), status: 'operating', ...properties, ...source },
          geometry: { type: 'Point', coordinates: [x, 40] },
        },
      },
    ],
    byAdministrator,
  );

interface Found {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into documents of any shape.
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}
async function get(url: string, headers: Record<string, string> = {}): Promise<Found> {
  const answer = await app.inject({ url, headers });
  const isJson = /json/.test(String(answer.headers['content-type']));
  return {
    status: answer.statusCode,
    body: isJson ? answer.json() : undefined,
    headers: answer.headers,
    text: answer.body,
  };
}
const count = (query: string, headers = {}) => get(`/collections/data-centres/count${query}`, headers);
const square = (west: number, east: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 38],
      [east, 38],
      [east, 42],
      [west, 42],
      [west, 38],
    ],
  ],
});
const state = (id: string, properties: Body['properties'], geometry: Body['geometry'] = null) => ({
  verb: 'create' as const,
  register: 'completeness-statements',
  record: id,
  body: {
    properties: {
      register: 'data-centres',
      custodian: 'ministry',
      basis: name('census'),
      ...properties,
      ...source,
    },
    geometry,
  },
});

beforeAll(async () => {
  kernel = await openKernel([countries, organisations, completenessStatements, centres, narrow]);
  app = await buildApp(kernel);
  kernel.testClock.set('2022-01-01T00:00:00Z');
  await kernel.writer.write(
    [
      {
        verb: 'create',
        register: 'organisations',
        record: 'ministry',
        body: {
          properties: {
            name: { az: 'Nazirlik', en: 'The Ministry', ar: 'الوزارة', fa: 'وزارت' },
            kind: 'ministry',
            ...source,
          },
          geometry: null,
        },
      },
    ],
    byAdministrator,
  );
  kernel.testClock.set('2025-06-01T00:00:00Z');
  await centre('a', { opened: '2015-01-01', operator: 'ministry', tier: 'III' });
  await centre('b', { opened: '2016-03-01', closed: '2023-01-01' });
  await centre('c', { opened: '2018-01-01', operator: 'ministry', site_details: 'door 7' }, 47);
  await centre('d', { opened: '2024-05-01' });
  await centre('e', {});
  await centre('f', { closed: '2025-01-01' });
});
afterAll(async () => {
  await app.close();
  await kernel.database.close();
});

describe('a count', () => {
  test('is unknown where nobody has stated that it is complete, and tells what is on record', async () => {
    const { body, status } = await count('?datetime=2023-12-31');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      count: 2,
      undated: 2,
      atLeast: 2,
      atMost: 4,
      unknown: true,
      reason: 'none',
      isComplete: false,
      isExact: true,
      statements: [],
    });
    expect(body.sentence).toBe(
      'On 31 December 2023: unknown. Nobody has stated a complete count for that time; 2 are on record, 2 more without a date.',
    );
    expect(body.position).toBe(await kernel.reader.position());
  });

  test('speaks four languages, each with its own plurals and numerals', async () => {
    const sentences = await Promise.all(
      ['az', 'ar', 'fa'].map(
        async (language) =>
          (await count('?datetime=2023-12-31', { 'accept-language': language })).body.sentence,
      ),
    );
    expect(sentences).toEqual([
      '31 dekabr 2023 tarixində: məlum deyil. Həmin vaxt üçün heç kim tam say bildirməyib; qeyddə 2 yazı var, daha 2 yazının tarixi yoxdur.',
      'في ٣١ ديسمبر ٢٠٢٣: غير معروف. لم يصرّح أحد بعدد كامل لذلك الوقت؛ المسجل قيدان، وقيدان آخران بلا تاريخ.',
      'در ۳۱ دسامبر ۲۰۲۳: نامعلوم. هیچ‌کس برای آن زمان شمار کاملی اعلام نکرده است؛ ۲ رکورد ثبت شده است، ۲ رکورد دیگر تاریخ ندارد.',
    ]);
  });

  test('a record without a beginning counts from when it was first recorded, and in the last moment of its period', async () => {
    const at = async (query: string) => {
      const { count: known, undated } = (await count(query)).body;
      return [known, undated];
    };
    expect(await at('')).toEqual([4, 0]);
    expect(await at('?datetime=2025-06-01T00:00:00Z')).toEqual([4, 0]);
    expect(await at('?datetime=2025-05-31')).toEqual([3, 1]);
    expect(await at('?datetime=2024-12-31')).toEqual([4, 1]);
    expect(await at('?datetime=2024-12-30')).toEqual([3, 2]);
    expect(await at('?datetime=../..')).toEqual([6, 0]);
    expect(await at('?datetime=1900-01-01/1901-01-01')).toEqual([0, 2]);
  });

  test('is broken down by fields, dates by year, references by their names; pages stand still under writes', async () => {
    const { body } = await count('?datetime=2023-12-31&groupBy=operator');
    expect(body.groups).toEqual([
      { values: { operator: 'ministry' }, titles: { operator: 'The Ministry' }, count: 2, undated: 0 },
      { values: { operator: null }, titles: { operator: 'no value' }, count: 0, undated: 2 },
    ]);
    const years = (await count('?datetime=../..&groupBy=opened:year,status&limit=2')).body;
    expect(years.numberOfGroups).toBe(5);
    expect(years.groups.map((group: { values: object }) => Object.values(group.values))).toEqual([
      [null, 'operating'],
      ['2015', 'operating'],
    ]);
    const next = years.links.find(({ rel }: { rel: string }) => rel === 'next').href as string;
    await centre('late', { opened: '2001-01-01', closed: '2002-01-01' });
    const second = (await get(new URL(next).pathname + new URL(next).search)).body;
    expect(second.groups.map((group: { values: object }) => Object.values(group.values)[0])).toEqual([
      '2016',
      '2018',
    ]);
    expect(second.numberOfGroups).toBe(5);
  });

  test('is had as a table and as a page', async () => {
    const table = await count('?datetime=2023-12-31&groupBy=operator&f=csv');
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.text).toBe('operator,count,undated\r\nministry,2,0\r\n,0,2\r\n');
    const page = await count('?datetime=2023-12-31&f=html');
    expect(page.text).toContain('Nobody has stated a complete count');
  });

  test('carries a tag that stands until something is written', async () => {
    const { headers } = await count('?datetime=2023-12-31');
    const again = await count('?datetime=2023-12-31', { 'if-none-match': String(headers.etag) });
    expect(again.status).toBe(304);
  });

  test('refuses what it cannot do, and says what it can', async () => {
    const { status, body } = await count('?groupBy=colour,status,status&datetime=yesterday');
    expect(status).toBe(400);
    expect(
      body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual(
      expect.arrayContaining([
        ['parameter:groupBy', 'group-field'],
        ['parameter:datetime', 'datetime'],
      ]),
    );
    expect((await count('?token=abc')).status).toBe(400);
    expect((await count('?groupBy=name')).status).toBe(400);
  });

  test('leaks nothing that the caller may not see', async () => {
    const refused = await count('?groupBy=site_details');
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain('door 7');
    expect(refused.body.errors[0].detail).not.toMatch(/possible are .*site_details/);
    expect((await count('?groupBy=site_details', bearer)).status).toBe(200);
    await kernel.writer.write(
      ['open', 'shut'].map((word) => ({
        verb: 'create' as const,
        register: 'narrow',
        body: { properties: { state: word }, geometry: null },
      })),
      byAdministrator,
    );
    const seen = (await get('/collections/narrow/count')).body;
    expect([seen.count, seen.reason]).toEqual([1, 'withheld']);
    expect((await get('/collections/narrow/count', bearer)).body).toMatchObject({ count: 2, reason: 'none' });
  });
});

test('the command line answers the same from the store', async () => {
  const options = { datetime: '2023-12-31', groupBy: 'status,opened:year', filter: "status = 'operating'" };
  const query = new URLSearchParams(options);
  const { links: _, timeStamp: __, ...served } = (await count(`?${query}`, bearer)).body;
  const { next: ___, ...told } = await countInStore(kernel, 'data-centres', options);
  expect(told).toEqual(served);
  const text = countText(told);
  expect(text).toContain('On 31 December 2023: unknown.');
  expect(text).toMatch(/operating +2015 +1 +0/);
  await expect(countInStore(kernel, 'data-centres', { groupBy: 'colour' })).rejects.toThrow(
    /possible are .*status/,
  );
});

describe("the journalist's question", () => {
  test('unknown, then a number once a custodian answers for it, and unknown again as it was known before', async () => {
    const before = '2025-06-15T00:00:00Z';
    kernel.testClock.set('2025-07-01T00:00:00Z');
    const evidence = ['a'.repeat(64)];
    await kernel.writer.write(
      [state('census', { starts: '2023-01-01', ends: '2024-01-01', evidence })],
      byAdministrator,
    );
    const { body } = await count('?datetime=2023-12-31&filter=opened IS NOT NULL');
    expect(body).toMatchObject({ count: 2, undated: 0, isComplete: true });
    expect(body.unknown).toBeUndefined();
    expect(body.sentence).toBe(
      'On 31 December 2023: 2 records. That this is all is stated by The Ministry. Only records that meet the conditions are counted.',
    );
    expect(body.statements).toMatchObject([
      {
        id: 'census',
        custodian: { id: 'ministry', title: 'The Ministry' },
        basis: 'census',
        evidence: [{ id: evidence[0], href: expect.stringContaining('/collections/documents/items/aaaa') }],
        isEverywhere: true,
      },
    ]);
    expect((await count('?datetime=2023-12-31')).body.sentence).toBe(
      'On 31 December 2023: between 2 and 4 records, because 2 have no date. That the register is complete is stated by The Ministry.',
    );
    const past = (await count(`?datetime=2023-12-31&asOf=${before}`)).body;
    expect(past).toMatchObject({ unknown: true, reason: 'none', statements: [] });
    expect(past.sentence).toMatch(/So it was known on 15 June 2025(,| at) 00:00 UTC\.$/);
    expect((await count('?datetime=2024-01-01')).body).toMatchObject({ unknown: true, reason: 'period' });
    expect((await count('?datetime=2023-12-31/2024-01-01')).body.reason).toBe('period');
  });

  test('statements of neighbouring areas cover together; a part of the area is not the area', async () => {
    const year = { starts: '2020-01-01', ends: '2021-01-01' };
    await kernel.writer.write([state('west', year, square(44, 48))], byAdministrator);
    const box = '&datetime=2020-06-01';
    expect((await count(`?bbox=45,39,47,41${box}`)).body).toMatchObject({ isComplete: true });
    expect((await count(`?bbox=45,39,50,41${box}`)).body).toMatchObject({ unknown: true, reason: 'area' });
    await kernel.writer.write([state('east', year, square(48, 51))], byAdministrator);
    const both = (await count(`?bbox=45,39,50,41${box}`)).body;
    expect(both.statements.map(({ id }: { id: string }) => id)).toEqual(['west', 'east']);
    expect(both.sentence).toContain('is stated by The Ministry.');
    expect((await count('?datetime=2020-06-01')).body.reason).toBe('area');
  });

  test('a record without a place may lie in the area that is asked about', async () => {
    const properties = { name: name('somewhere'), status: 'operating', opened: '2019-01-01', ...source };
    await kernel.writer.write(
      [
        {
          verb: 'create',
          register: 'data-centres',
          record: 'somewhere',
          body: { properties, geometry: null },
        },
      ],
      byAdministrator,
    );
    const asked = '?bbox=45,39,47.5,41&datetime=2020-06-01&filter=opened IS NOT NULL';
    const { body } = await count(asked);
    expect(body).toMatchObject({ count: 1, undated: 0, unplaced: 1, atMost: 2, isComplete: true });
    expect(body.sentence).toContain('between 1 and 2 records, because 1 has no place.');
    expect((await count(asked.replace('2020-06-01', '2021-06-01'))).body.sentence).toContain(
      '1 is on record, 1 without a place.',
    );
    expect((await count('?datetime=2020-06-01')).body.unplaced).toBe(0);
  });

  test('a restricted statement is not told, and does not count, for the public', async () => {
    await kernel.writer.write(
      [state('inside', { starts: '2010-01-01', ends: '2011-01-01', secrecy: 'restricted' })],
      byAdministrator,
    );
    expect((await count('?datetime=2010-06-01')).body.unknown).toBe(true);
    expect((await count('?datetime=2010-06-01', bearer)).body.isComplete).toBe(true);
  });

  test('a statement that is withdrawn as a whole covers no longer', async () => {
    const from = kernel.testClock.now;
    kernel.testClock.set('2025-09-01T00:00:00Z');
    await kernel.writer.write(
      [
        {
          verb: 'retire',
          register: 'completeness-statements',
          record: 'census',
          valid: { from: null, to: null },
        },
      ],
      byAdministrator,
    );
    expect((await count('?datetime=2023-12-31')).body.unknown).toBe(true);
    const known = (await count(`?datetime=2023-12-31&asOf=${new Date(from).toISOString()}`)).body;
    expect(known.isComplete).toBe(true);
  });
});
