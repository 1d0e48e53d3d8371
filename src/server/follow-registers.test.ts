import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase } from '../../test/engines/engine.ts';
import { configWith } from '../kernel/config.ts';
import type { Database } from '../kernel/db/database.ts';
import { createServices, followRegisters } from './create-services.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

const text = { az: 'x', en: 'x', ar: 'x', fa: 'x' };

test('a register that another process makes or drops is known here a moment later', async () => {
  const here = await createServices(configWith(), database);
  const elsewhere = await createServices(configWith(), database);
  const stop = await followRegisters(here);
  await elsewhere.registry.create(
    { id: 'wells', title: text, description: text, geometry: 'Point', fields: [] },
    'administrator',
  );
  await vi.waitFor(() => expect(here.registry.get('wells')).toBeDefined());
  await elsewhere.registry.drop('wells', 'administrator');
  await vi.waitFor(() => expect(here.registry.get('wells')).toBeUndefined());
  await stop();
});

test('a change of a record is no change of the registers', async () => {
  const heard: string[] = [];
  const stop = await database.listen('ufuq_register', (id) => heard.push(id));
  await database.query(sql`update ufuq.register set last_change = last_change + 1`);
  await database.query(sql`select pg_notify('ufuq_register', 'end')`);
  await vi.waitFor(() => expect(heard).toContain('end'));
  await stop();
  expect(heard).toEqual(['end']);
});
