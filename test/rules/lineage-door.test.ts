import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../src/kernel/access/caller.ts';
import { readLineage } from '../../src/kernel/lineage/read-lineage.ts';
import { readOperations } from '../../src/kernel/log/batch/read-operations.ts';
import { runBatch } from '../../src/kernel/log/batch/run-batch.ts';
import { authorization, type Door, openDoor } from '../documents/door.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';
import { box, register } from './land.ts';

const number = (n: number) => `ZZZ-00001-${String(n).padStart(3, '0')}`;
const properties = (n: number) => ({
  cadastral_number: number(n),
  land_use: 'farm',
  area_m2: 1,
  label: 'synthetic',
  source: 'test',
});
const piece = (id: string, n: number, ...at: Parameters<typeof box>) => ({
  id,
  properties: properties(n),
  geometry: box(...at),
});

describe('over HTTP', () => {
  let door: Door;
  const get = (url: string) => door.app.inject({ url, headers: { accept: 'application/json' } });
  beforeAll(async () => {
    door = await openDoor();
    const whole = { ...piece('whole', 1, 0, 0, 100, 100), op: 'create', register: 'parcels' };
    const payload = [
      { ...whole, properties: { ...whole.properties, registered: '2020-01-01' } },
      {
        op: 'split',
        register: 'parcels',
        id: 'whole',
        at: '2021-01-01',
        into: [piece('west', 2, 0, 0, 50, 100), piece('east', 3, 50, 0, 100, 100)],
      },
      {
        op: 'merge',
        register: 'parcels',
        ids: ['west', 'east'],
        at: '2022-01-01',
        into: piece('again', 4, 0, 0, 100, 100),
      },
    ];
    const written = await door.app.inject({
      method: 'POST',
      url: '/batch',
      headers: { authorization },
      payload,
    });
    expect(written.statusCode, written.body).toBe(201);
  });
  afterAll(() => door.close());

  test('the family of a record that has ended is told both ways, nearest first', async () => {
    const { relatives, isComplete } = (await get('/collections/parcels/items/west/lineage')).json();
    expect(isComplete).toBe(true);
    expect(relatives.map(({ id, depth }: { id: string; depth: number }) => [id, depth])).toEqual([
      ['west', 0],
      ['whole', -1],
      ['again', 1],
    ]);
    expect(relatives[0]).toMatchObject({
      title: number(2),
      valid: { from: '2021-01-01T00:00:00Z', to: '2022-01-01T00:00:00Z' },
      predecessors: ['whole'],
    });
  });

  test('it comes in pages and to a depth', async () => {
    const first = (await get('/collections/parcels/items/again/lineage?limit=2')).json();
    expect([first.numberOfRelatives, first.relatives.length]).toEqual([4, 2]);
    const { href } = first.links.find(({ rel }: { rel: string }) => rel === 'next');
    const second = (await get(new URL(href).pathname + new URL(href).search)).json();
    const ids = [...first.relatives, ...second.relatives].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['again', 'east', 'west', 'whole']);
    const near = (await get('/collections/parcels/items/again/lineage?depth=1')).json();
    expect([near.numberOfRelatives, near.isComplete]).toEqual([3, false]);
  });

  test('a record links to its predecessors and successors', async () => {
    const { links } = (await get('/collections/parcels/items/west?datetime=2021-06-01')).json();
    const of = (rel: string) =>
      links
        .filter((link: { rel: string }) => link.rel === rel)
        .map(({ href }: { href: string }) => href.split('/').pop());
    expect([of('predecessor-version'), of('successor-version'), of('related')]).toEqual([
      ['whole'],
      ['again'],
      ['lineage'],
    ]);
  });

  test('the page says it in words; what has none is not found', async () => {
    const page = await door.app.inject({
      url: '/collections/parcels/items/west/lineage',
      headers: { accept: 'text/html' },
    });
    expect(page.body).toContain('predecessor');
    expect((await get('/collections/parcels/items/nobody/lineage')).statusCode).toBe(404);
    expect((await get('/collections/carriers/items/nobody/lineage')).statusCode).toBe(404);
    expect((await get('/collections/parcels/items/west/lineage?depth=0')).statusCode).toBe(400);
  });
});

describe('what a caller may not see', () => {
  let kernel: TestKernel;
  beforeAll(async () => {
    const hidden = register('hidden', {
      fields: [
        { name: 'open', type: 'boolean' },
        { name: 'secret', type: 'string', secrecy: 'restricted' },
      ],
      access: { read: 'public', rows: 'open = true' },
      titleField: 'secret',
      lineage: {},
    });
    kernel = await openKernel([hidden, register('closed', { access: { read: 'restricted' }, lineage: {} })]);
    const at = (id: string, open: boolean, ...corners: Parameters<typeof box>) => ({
      id,
      properties: { open, secret: `of ${id}` },
      geometry: box(...corners),
    });
    const operations = [
      { op: 'create', register: 'hidden', ...at('a', true, 0, 0, 90, 90) },
      {
        op: 'split',
        register: 'hidden',
        id: 'a',
        at: '2021-01-01',
        into: [at('b', false, 0, 0, 45, 90), at('c', true, 45, 0, 90, 90)],
      },
      {
        op: 'split',
        register: 'hidden',
        id: 'b',
        at: '2022-01-01',
        into: [at('d', true, 0, 0, 45, 45), at('e', true, 0, 45, 45, 90)],
      },
      { op: 'create', register: 'closed', id: 'x', properties: {}, geometry: box(0, 0, 1, 1) },
    ];
    await runBatch(kernel, readOperations(operations, kernel.registry), byAdministrator);
  });
  afterAll(() => kernel.database.close());

  const asAnyone = (id: string, record: string) =>
    readLineage(kernel, { register: id, record, caller: anonymous });

  test('is left out, with what is reached through it alone and with restricted titles', async () => {
    const { relatives } = await asAnyone('hidden', 'a');
    expect(relatives.map(({ id, title }) => [id, title])).toEqual([
      ['a', null],
      ['c', null],
    ]);
    expect((await asAnyone('hidden', 'd')).relatives).toMatchObject([{ id: 'd', predecessors: [] }]);
    await expect(asAnyone('hidden', 'b')).rejects.toMatchObject({ id: 'record-not-found' });
    await expect(asAnyone('closed', 'x')).rejects.toMatchObject({ id: 'register-not-found' });
    const all = await readLineage(kernel, {
      register: 'hidden',
      record: 'a',
      caller: byAdministrator.caller,
    });
    expect(all.relatives.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
