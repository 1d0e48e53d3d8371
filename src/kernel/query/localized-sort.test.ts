import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../test/conformance/features/api.ts';
import { byAdministrator, openKernel, type TestKernel } from '../../../test/engines/kernel.ts';
import { anonymous } from '../access/caller.ts';
import { type Language, type LocalizedText, languages } from '../i18n/language.ts';
import { textIn } from '../i18n/text-in.ts';
import { defineRegister } from '../register/define-register.ts';
import type { SortKey } from './question.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const towns = defineRegister({
  id: 'towns',
  title: same('Towns'),
  description: same('Towns'),
  geometry: null,
  provenance: false,
  fields: [
    { name: 'name', type: 'localized', title: same('Name') },
    { name: 'rank', type: 'integer', title: same('Rank') },
  ],
});

/** Names that stand in another order in each language; some lack a language, two are alike, one town has none. */
const names: readonly (Partial<LocalizedText> | null)[] = [
  { az: 'Bakı', en: 'Baku', ar: 'باكو', fa: 'باکو' },
  { az: 'Gəncə', en: 'Ganja', ar: 'كنجة', fa: 'گنجه' },
  { az: 'Şəki', en: 'Sheki', ar: 'شكي', fa: 'شکی' },
  { az: 'Zərdab', en: 'Aardab' },
  { az: 'Lənkəran' },
  { ar: 'أ', fa: 'ب' },
  { en: 'Quba', az: 'Quba' },
  { en: 'Quba', az: 'Quba', ar: 'قوبا' },
  null,
  { fa: 'ماسالی' },
  { az: 'Ağdam', en: 'Zghdam' },
];

let kernel: TestKernel;
let app: FastifyInstance;
beforeAll(async () => {
  kernel = await openKernel([towns]);
  app = await buildApp(kernel);
  await kernel.writer.write(
    names.map((name, i) => ({
      verb: 'create',
      register: 'towns',
      record: `t${i}`,
      body: { properties: { name, rank: i % 2 }, geometry: null },
    })),
    byAdministrator,
  );
}, 120_000);
afterAll(async () => {
  await app.close();
  await kernel.database.close();
});

const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Ids in the order that a person of the language would expect: by the text shown, what has none last. */
function expected(language: Language, descending: boolean): string[] {
  const rows = names.map((name, i) => ({ id: `t${i}`, text: name ? textIn(language, name) : undefined, i }));
  return rows
    .sort((a, b) => {
      if (a.text === undefined || b.text === undefined)
        return Number(a.text === undefined) - Number(b.text === undefined) || a.i - b.i;
      return (descending ? -1 : 1) * compare(a.text, b.text) || a.i - b.i;
    })
    .map(({ id }) => id);
}

async function paged(sortBy: readonly SortKey[], limit: number, between?: () => Promise<unknown>) {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await kernel.reader.page({
      register: 'towns',
      caller: anonymous,
      limit,
      sortBy,
      cursor,
      properties: [],
    });
    ids.push(...page.records.map(({ id }) => id));
    expect(page.records.every(({ properties }) => Object.keys(properties).length === 0)).toBe(true);
    cursor = page.next;
    await between?.();
  } while (cursor);
  return ids;
}

test.each(
  languages.flatMap(
    (language) =>
      [
        [language, false],
        [language, true],
      ] as const,
  ),
)('names are sorted by the text of %s (descending: %s), whatever the pages', async (language, descending) => {
  const key = { field: 'name', descending, language };
  for (const limit of [1, 3, 100]) expect(await paged([key], limit)).toEqual(expected(language, descending));
  const mixed = await paged([{ field: 'rank', descending: false }, key], 2);
  const rank = (id: string) => Number(id.slice(1)) % 2;
  const order = expected(language, descending);
  expect(mixed).toEqual([...order.filter((id) => rank(id) === 0), ...order.filter((id) => rank(id) === 1)]);
});

test('over HTTP in the reader’s language, which the next page keeps; and writes in between change nothing', async () => {
  const get = async (url: string, language: string) => {
    const answer = await app.inject({ url, headers: { 'accept-language': language } });
    expect(answer.statusCode).toBe(200);
    return { body: answer.json(), headers: answer.headers };
  };
  const idsOf = (body: { features: { id: string }[] }) => body.features.map(({ id }) => id);
  const first = await get('/collections/towns/items?sortby=-name&limit=4', 'az');
  const order = expected('az', true);
  expect(idsOf(first.body)).toEqual(order.slice(0, 4));
  await kernel.writer.write(
    [{ verb: 'update', register: 'towns', record: order[7]!, properties: { name: { az: 'Əəə' } } }],
    byAdministrator,
  );
  const next = first.body.links.find(({ rel }: { rel: string }) => rel === 'next').href as string;
  const second = await get(new URL(next).pathname + new URL(next).search, 'ar');
  expect(idsOf(second.body)).toEqual(order.slice(4, 8));
  expect(first.headers.vary).toContain('Accept-Language');
  const tag = (language: string) => get('/collections/towns/items?sortby=name', language);
  expect((await tag('az')).headers.etag).not.toBe((await tag('fa')).headers.etag);
  const sortables = await get('/collections/towns/sortables', 'en');
  expect(sortables.body.properties.name).toMatchObject({ type: 'string' });
});
