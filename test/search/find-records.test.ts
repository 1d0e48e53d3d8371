import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator, anonymous, type Caller } from '../../src/kernel/access/caller.ts';
import type { LocalizedText } from '../../src/kernel/i18n/language.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { findRecords, type SearchQuestion } from '../../src/kernel/search/find-records.ts';
import { indexNow } from '../../src/kernel/search/follow-log.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

const same = (text: string): LocalizedText => ({ az: text, en: text, ar: text, fa: text });
const name = { name: 'name', type: 'localized' as const, title: same('name') };
const places = defineRegister({
  id: 'places',
  title: same('Places'),
  description: same('Places'),
  geometry: 'Point',
  titleField: 'name',
  provenance: false,
  fields: [
    name,
    { name: 'remark', type: 'string', title: same('remark') },
    { name: 'keeper', type: 'string', secrecy: 'restricted', title: same('keeper') },
  ],
});
const drafts = defineRegister({
  id: 'drafts',
  title: same('Drafts'),
  description: same('Drafts'),
  geometry: null,
  titleField: 'name',
  provenance: false,
  access: { read: 'public', rows: "state = 'open'" },
  fields: [
    name,
    { name: 'rank', type: 'string', title: same('rank') },
    { name: 'state', type: 'string', title: same('state') },
  ],
});
const secrets = defineRegister({ ...drafts, id: 'secrets', access: { read: 'restricted' } });

let kernel: TestKernel;
let base: number;
const put = (
  register: string,
  record: string,
  properties: Record<string, unknown>,
  point?: [number, number],
) =>
  kernel.writer.write(
    [
      {
        verb: 'replace',
        register,
        record,
        body: { properties, geometry: point ? { type: 'Point', coordinates: point } : null },
      },
    ],
    byAdministrator,
  );
const find = async (text: string, caller: Caller = anonymous, more: Partial<SearchQuestion> = {}) =>
  (await findRecords(kernel, { text, caller, limit: 10, ...more })).map(
    ({ register, record }) => `${register.id}/${record.id}`,
  );

beforeAll(async () => {
  kernel = await openKernel([places, drafts, secrets]);
  const named: [string, Partial<LocalizedText>][] = [
    ['p1', { az: 'Bakı' }],
    ['p2', { az: 'Bakıxanov' }],
    ['p3', { az: 'Gəncə', en: 'Ganja' }],
    ['p4', { az: 'Köhnə Bakı limanı' }],
    ['p5', { az: 'Sumqayıt' }],
    ['p6', { az: 'Hacıqabul' }],
  ];
  for (const [id, text] of named) await put('places', id, { name: text }, [49 + Number(id[1]) / 10, 40]);
  await put('places', 'p7', { name: { az: 'Şəki' }, remark: 'karvansara', keeper: 'Zülfüqar' }, [47, 41]);
  await put('drafts', 'd1', { name: { az: 'Bakı layihəsi' }, state: 'open' });
  await put('drafts', 'd2', { name: { az: 'Bakı sirri' }, state: 'hidden' });
  await put('secrets', 's1', { name: { az: 'Bakı gizlisi' }, state: 'open' });
  base = await kernel.reader.position();
});
afterAll(() => kernel.database.close());

describe('finding records', () => {
  test.each(['Bakı', 'BAKI', 'baku', 'Баку', 'باكو', 'باکو'])(
    '%s finds Bakı first, then what has it in its name',
    async (text) => {
      const found = await find(text, anonymous, { registers: ['places'] });
      expect(found[0]).toBe('places/p1');
      expect(found).toContain('places/p4');
      expect(found).not.toContain('places/p3');
    },
  );

  test('spelling goes before beginning', async () => {
    expect(await find('bakı', anonymous, { registers: ['places'] })).toEqual([
      'places/p1',
      'places/p4',
      'places/p2',
    ]);
  });

  test('what one script writes as one word is found when parted, and every word has to be there', async () => {
    expect(await find('حاجي قابول')).toEqual(['places/p6']);
    expect(await find('bakı liman')).toEqual(['places/p4']);
    expect(await find('bakı gəncə')).toEqual([]);
  });

  test('a typing error is forgiven where nothing is spelt so, and a part of a word finds it', async () => {
    expect(await find('sumqayt')).toEqual(['places/p5']);
    expect(await find('sumqyaıt')).toEqual(['places/p5']);
    expect(await find('vansara')).toEqual(['places/p7']);
    expect(await find('qqqqqq')).toEqual([]);
  });

  test('signs are no words, and nothing that is asked is taken for a query', async () => {
    for (const text of ['%', "'", "b' | '", ':*', '!(', '~bk', '=baki', '#1', '\\', '\u{1F600}'])
      expect(await find(text)).toEqual(expect.any(Array));
    expect(await find('&')).toEqual([]);
  });
});

describe('who may find what', () => {
  test('rows, registers and fields that a caller may not see do not answer', async () => {
    expect((await find('bakı')).filter((id) => !id.startsWith('places'))).toEqual(['drafts/d1']);
    expect((await find('bakı', administrator)).filter((id) => !id.startsWith('places')).sort()).toEqual([
      'drafts/d1',
      'drafts/d2',
      'secrets/s1',
    ]);
    expect(await find('Zülfüqar')).toEqual([]);
    expect(await find('zülfüqar', administrator)).toEqual(['places/p7']);
    expect(await find('zulfuqra')).toEqual([]);
  });

  test('what a hidden version said does not find the version that is shown', async () => {
    await put('drafts', 'd3', { name: { az: 'Gizliad' }, state: 'hidden' });
    await put('drafts', 'd3', { name: { az: 'Açıqad' }, state: 'open' });
    expect(await find('gizliad')).toEqual([]);
    expect(await find('açıqad')).toEqual(['drafts/d3']);
  });
});

describe('two times', () => {
  test('a new name is found at once, the old one as of then', async () => {
    await put('places', 'p3', { name: { az: 'Kirovabad' } }, [49.3, 40]);
    expect(await find('kirovabad')).toEqual(['places/p3']);
    expect(await find('gəncə')).toEqual([]);
    expect(await find('gəncə', anonymous, { asOf: base })).toEqual(['places/p3']);
  });

  test('a box leaves out what is elsewhere', async () => {
    expect(await find('şəki', anonymous, { bbox: [46, 40, 48, 42] })).toEqual(['places/p7']);
    expect(await find('şəki', anonymous, { bbox: [49, 40, 50, 42] })).toEqual([]);
  });
});

test('what is erased is found no more, nor are its words kept', async () => {
  const said = await put('places', 'p8', { name: { az: 'Silinəcək' } }, [49, 40]);
  await kernel.writer.write([{ verb: 'retire', register: 'places', record: 'p8' }], byAdministrator);
  await indexNow(kernel.database);
  const kept = async () =>
    (await kernel.database.query(sql`select 1 from ufuq.search_word where word = 'silinecek'`)).length;
  expect(await kept()).toBe(1);
  await kernel.database.query(
    sql`update ufuq.entry set body = null where position = ${said[0]!.position}::bigint`,
  );
  expect(await kept()).toBe(0);
  const [left] = await kernel.database.query<{ n: number }>(
    sql`select count(*)::int as n from ufuq.search_text where entry = ${said[0]!.position}::bigint`,
  );
  expect(Number(left!.n)).toBe(0);
});

test('a field that becomes restricted is not searched by what was indexed before', async () => {
  expect(await find('karvansara')).toEqual(['places/p7']);
  const [remark] = places.fields.filter(({ name }) => name === 'remark');
  const closed = {
    ...places,
    fields: places.fields.map((f) => (f === remark ? { ...f, secrecy: 'restricted' as const } : f)),
  };
  const { StoredRegistry } = await import('../../src/kernel/register/stored-registry.ts');
  const registry = await StoredRegistry.open(kernel.database, [closed, drafts, secrets], kernel.clock);
  const services = { ...kernel, registry };
  const ask = async (text: string, caller: Caller) =>
    (await findRecords(services, { text, caller, limit: 5 })).map(({ record }) => record.id);
  expect(await ask('karvansara', anonymous)).toEqual([]);
  await indexNow(kernel.database);
  expect(await ask('karvansara', anonymous)).toEqual([]);
  expect(await ask('karvansara', administrator)).toEqual(['p7']);
  expect(await ask('sumqayıt', anonymous)).toEqual(['p5']);
});
