import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import type { Problem } from '../../src/kernel/errors.ts';
import { columnOf } from '../../src/kernel/register/columns.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { sampleBody, sampleValue } from '../../src/kernel/register/sample.ts';
import { registers } from '../../src/registers/index.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/** The tests that every declared register gets for being declared: create, refuse, filter, page, history. */

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel(registers);
}, 180_000);
afterAll(() => kernel.database.close());

const sampleId = (register: string) => `sample-${register}`;
const byId = new Map(registers.map((register) => [register.id, register]));

/** Writes one sample of each register that a required reference leads to, deepest first. */
async function writeReferences(register: Register, seen = new Set<string>()): Promise<void> {
  for (const field of register.fields) {
    const target = field.required && field.ref ? byId.get(field.ref) : undefined;
    if (!target || seen.has(target.id)) continue;
    seen.add(target.id);
    await writeReferences(target, seen);
    const exists = await kernel.reader.history(target.id, sampleId(target.id), administrator, { limit: 1 });
    if (exists.length > 0) continue;
    const body = sampleBody(target, 99, sampleId);
    await kernel.writer.write(
      [{ verb: 'create', register: target.id, record: sampleId(target.id), body }],
      byAdministrator,
    );
  }
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (problem: Problem) => problem,
  );

describe.each(registers.map((register) => [register.id, register] as const))('%s', (id, register) => {
  const all = { register: id, caller: administrator, datetime: { from: null, to: null } };
  const mine = (n: number) => `battery-${n}`;

  beforeAll(async () => {
    await writeReferences(register);
    const intents = [1, 2, 3].map((n) => ({
      verb: 'create' as const,
      register: id,
      record: mine(n),
      body: sampleBody(register, n, sampleId),
    }));
    await kernel.writer.write(intents, byAdministrator);
  });

  test('a record that satisfies the declaration is kept as it was given', async () => {
    const item = await kernel.reader.item(all, mine(2));
    expect(item?.properties).toMatchObject(sampleBody(register, 2, sampleId).properties);
  });

  test('a record without what is required is refused with a pointer to each', async () => {
    const required = register.fields.filter((field) => field.required).map((field) => field.name);
    const body = { properties: {}, geometry: null };
    const problem = await refusal(
      kernel.writer.write([{ verb: 'create', register: id, body }], byAdministrator),
    );
    const missing = problem?.violations.filter((violation) => violation.code === 'required') ?? [];
    expect(missing.map((violation) => violation.pointer).sort()).toEqual(
      [
        ...required.map((name) => `/properties/${name}`),
        ...(register.geometryRequired ? ['/geometry'] : []),
      ].sort(),
    );
  });

  test('a value of another type is refused in every field', async () => {
    const wrong = Object.fromEntries(
      register.fields.map((field) => [field.name, field.type === 'boolean' ? 'x' : true]),
    );
    const body = { ...sampleBody(register, 4, sampleId), properties: wrong };
    const problem = await refusal(
      kernel.writer.write([{ verb: 'create', register: id, body }], byAdministrator),
    );
    expect(problem?.violations.map((violation) => violation.pointer)).toEqual(
      expect.arrayContaining(register.fields.map((field) => `/properties/${field.name}`)),
    );
  });

  test('every field has a column and accepts a sample', async () => {
    for (const field of register.fields.filter((each) => each.secrecy !== 'restricted'))
      expect(sampleValue(field, 1, sampleId), columnOf(field.name)).not.toBeUndefined();
  });

  test('pages of one hold every record once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await kernel.reader.page({ ...all, limit: 1, cursor });
      seen.push(...page.records.map((record) => record.id));
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([mine(1), mine(2), mine(3)]));
    expect((await kernel.reader.count(all)).count).toBe(seen.length);
  });

  test('what is restricted does not reach the public', async () => {
    if (register.access.read !== 'public') {
      await expect(kernel.reader.item({ ...all, caller: anonymous }, mine(1))).rejects.toMatchObject({
        id: 'register-not-found',
      });
      return;
    }
    const item = await kernel.reader.item({ ...all, caller: anonymous }, mine(1));
    const names = register.fields
      .filter((field) => field.secrecy !== 'restricted')
      .map((field) => field.name);
    if (!register.access.rows) expect(Object.keys(item!.properties).sort()).toEqual(names.sort());
  });

  test('history tells who wrote what, and a retired record is gone but not forgotten', async () => {
    await kernel.writer.write(
      [{ verb: 'retire', register: id, record: mine(3), valid: { from: null, to: null } }],
      byAdministrator,
    );
    expect(await kernel.reader.item(all, mine(3))).toBeUndefined();
    const history = await kernel.reader.history(id, mine(3), administrator, { limit: 5 });
    expect(history.map((entry) => entry.body === null)).toEqual([true, false]);
    expect(history[1]).toMatchObject({ actor: 'administrator', cause: 'test' });
    expect((await kernel.reader.item({ ...all, asOf: history[1]!.position }, mine(3)))?.id).toBe(mine(3));
  });
});
