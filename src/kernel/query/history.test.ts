import { afterAll, beforeAll, expect, test } from 'vitest';
import { byAdministrator, openKernel, type TestKernel } from '../../../test/engines/kernel.ts';
import { administrator, anonymous } from '../access/caller.ts';
import { defineRegister } from '../register/define-register.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const sites = defineRegister({
  id: 'sites',
  title: same('Sites'),
  description: same('Sites'),
  geometry: null,
  provenance: false,
  access: { read: 'public', rows: 'is_open = true' },
  fields: [
    { name: 'name', type: 'string', title: same('Name') },
    { name: 'is_open', type: 'boolean', secrecy: 'restricted', title: same('Open') },
  ],
});

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel([sites]);
  const write = (record: string, name: string, is_open: boolean, verb: 'create' | 'replace') =>
    kernel.writer.write(
      [{ verb, register: 'sites', record, body: { properties: { name, is_open }, geometry: null } }],
      byAdministrator,
    );
  await write('depot', 'Depot', false, 'create');
  await write('depot', 'Old depot', true, 'replace');
  await write('vault', 'Vault', false, 'create');
});
afterAll(() => kernel.database.close());

test('history shows the public only versions that it may see, without restricted fields', async () => {
  const shown = await kernel.reader.history('sites', 'depot', anonymous, { limit: 10 });
  expect(shown.map((entry) => entry.body?.properties)).toEqual([{ name: 'Old depot' }]);
  expect(await kernel.reader.history('sites', 'vault', anonymous, { limit: 10 })).toEqual([]);
  expect(await kernel.reader.history('sites', 'depot', administrator, { limit: 10 })).toHaveLength(2);
});

test('lists and counts keep to the same rule, at every time that can be asked', async () => {
  const question = { register: 'sites', caller: anonymous, limit: 10 };
  const ids = async (asOf?: number) =>
    (await kernel.reader.page({ ...question, asOf })).records.map((record) => record.id);
  expect(await ids()).toEqual(['depot']);
  expect((await kernel.reader.count(question)).count).toBe(1);
  expect(await ids(2)).toEqual([]);
  await expect(
    kernel.reader.count({ ...question, filter: { op: '=', args: [{ property: 'is_open' }, false] } }),
  ).rejects.toMatchObject({ violations: [{ code: 'cql2-unknown-property' }] });
});
