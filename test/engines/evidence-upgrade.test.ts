import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator } from '../../src/kernel/access/caller.ts';
import type { Database } from '../../src/kernel/db/database.ts';
import { migrate, migrations } from '../../src/kernel/db/migrate.ts';
import { LogWriter } from '../../src/kernel/log/log-writer.ts';
import { normaliseRegister } from '../../src/kernel/register/define-register.ts';
import { provenanceFields } from '../../src/kernel/register/provenance.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { StoredRegistry } from '../../src/kernel/register/stored-registry.ts';
import { documents } from '../../src/registers/catalogue/documents.ts';
import { commitments } from '../../src/registers/commitments/commitments.ts';
import { openTestDatabase } from './engine.ts';
import { byAdministrator, openKernel } from './kernel.ts';

/** A store from before records had documents: it opens, keeps what was said, and takes documents from then on. */

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase({ migrated: false });
});
afterAll(() => database.close());

const same = (words: string) => ({ az: words, en: words, ar: words, fa: words });
const clock = () => new Date('2023-01-01T00:00:00Z');
const provenance = provenanceFields.filter(({ name }) => name !== 'evidence');

function asBefore(id: string, fields: Register['fields'], rules: Register['rules'] = []): Register {
  const words = { title: same(id), description: same(id), geometry: null };
  return normaliseRegister({ id, ...words, fields: [...fields, ...provenance], rules }, 'code', true);
}

test('words stay under their new name, and every register gets the column of its documents', async () => {
  await migrate(
    database,
    migrations.filter(({ number }) => number < 7),
  );
  const field = { type: 'localized', title: same('x') } as const;
  const rule = { id: 'r', holds: "label <> 'real' OR evidence IS NOT NULL", sentence: same('x') };
  const named = { name: 'name', ...field };
  const old = [
    asBefore('commitments', [named, { name: 'evidence', ...field }], [rule]),
    asBefore('others', [named]),
  ];
  const registry = await StoredRegistry.open(database, old, clock);
  const writer = new LogWriter({ database, registry, clock, limits: { maxVertices: 10 } });
  const said = { name: { en: 'A bridge' }, label: 'real', source: 'a report' };
  const evidence = { en: 'seen by many' };
  const write = (register: string, properties: object) =>
    writer.write(
      [{ verb: 'create', register, record: 'one', body: { properties: { ...properties }, geometry: null } }],
      byAdministrator,
    );
  await write('commitments', { ...said, evidence });
  await write('others', said);

  const { title, description } = commitments;
  const declared = [
    documents,
    normaliseRegister({ ...commitments, lifecycle: undefined, title, description }, 'code'),
    normaliseRegister({ ...old[1]!, provenance: true }, 'code'),
  ];
  const kernel = await openKernel(declared, database);
  const ask = { caller: administrator, datetime: { from: null, to: null } };
  const commitment = await kernel.reader.item({ ...ask, register: 'commitments' }, 'one');
  expect(commitment?.properties).toMatchObject({ ...said, evidence_text: evidence, evidence: null });

  const hash = 'a'.repeat(64);
  const document = { title: 'Photo', media_type: 'image/png', size: 1, scan: 'clean', secrecy: 'public' };
  const body = { properties: { ...document, label: 'real', source: 'test' }, geometry: null };
  await kernel.writer.write(
    [
      { verb: 'create', register: 'documents', record: hash, body },
      { verb: 'update', register: 'others', record: 'one', properties: { evidence: [hash] } },
    ],
    byAdministrator,
  );
  const other = await kernel.reader.item({ ...ask, register: 'others' }, 'one');
  expect(other?.properties).toMatchObject({ ...said, evidence: [hash] });
  const dangling = kernel.writer.write(
    [{ verb: 'update', register: 'others', record: 'one', properties: { evidence: ['b'.repeat(64)] } }],
    byAdministrator,
  );
  await expect(dangling).rejects.toMatchObject({ violations: [{ code: 'reference-missing' }] });
});
