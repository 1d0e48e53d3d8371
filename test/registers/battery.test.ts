import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import type { Problem } from '../../src/kernel/errors.ts';
import { columnOf } from '../../src/kernel/register/columns.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { rulesOf } from '../../src/kernel/register/rule.ts';
import { sampleBody, sampleValue } from '../../src/kernel/register/sample.ts';
import { registers } from '../../src/registers/index.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/** The tests that every declared register gets for being declared: create, refuse, filter, page, history. */

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel(registers);
}, 180_000);
afterAll(() => kernel.database.close());

const byId = new Map(registers.map((register) => [register.id, register]));
const sampleId = (n: number) => (register: string) => `sample-${register}-${n}`;
const sample = (register: Register, n: number) => sampleBody(register, n, sampleId(n), (id) => byId.get(id));
const written = new Set<string>();

/** Writes the n-th sample of a register once, after those that a required reference or a rule leads to. */
async function writeSample(register: Register, n: number): Promise<void> {
  const record = sampleId(n)(register.id);
  if (written.has(record)) return;
  written.add(record);
  const referred = register.fields.flatMap((field) => (field.required && field.ref ? field.ref : []));
  const holding = rulesOf(register, 'within').map((rule) => rule.register);
  for (const id of new Set([...referred, ...holding])) {
    const target = byId.get(id);
    if (target && target !== register) await writeSample(target, n);
  }
  await kernel.writer.write(
    [{ verb: 'create', register: register.id, record, body: sample(register, n) }],
    byAdministrator,
  );
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (problem: Problem) => problem,
  );

describe.each(registers.map((register) => [register.id, register] as const))('%s', (id, register) => {
  const all = { register: id, caller: administrator, datetime: { from: null, to: null } };
  const mine = (n: number) => sampleId(n)(id);

  beforeAll(async () => {
    for (const n of [1, 2, 3]) await writeSample(register, n);
  });

  test('a record that satisfies the declaration is kept as it was given', async () => {
    const item = await kernel.reader.item(all, mine(2));
    expect(item?.properties).toMatchObject(sample(register, 2).properties);
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
    const body = { ...sample(register, 4), properties: wrong };
    const problem = await refusal(
      kernel.writer.write([{ verb: 'create', register: id, body }], byAdministrator),
    );
    expect(problem?.violations.map((violation) => violation.pointer)).toEqual(
      expect.arrayContaining(register.fields.map((field) => `/properties/${field.name}`)),
    );
  });

  test('every field has a column and accepts a sample', async () => {
    for (const field of register.fields.filter((each) => each.secrecy !== 'restricted'))
      expect(sampleValue(field, 1, sampleId(1)), columnOf(field.name)).not.toBeUndefined();
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
    // A sample that no record of another register refers to.
    const last = 10 + registers.indexOf(register);
    await writeSample(register, last);
    await kernel.writer.write(
      [{ verb: 'retire', register: id, record: mine(last), valid: { from: null, to: null } }],
      byAdministrator,
    );
    expect(await kernel.reader.item(all, mine(last))).toBeUndefined();
    const history = await kernel.reader.history(id, mine(last), administrator, { limit: 5 });
    expect(history.map((entry) => entry.body === null)).toEqual([true, false]);
    expect(history[1]).toMatchObject({ actor: 'administrator', cause: 'test' });
    expect((await kernel.reader.item({ ...all, asOf: history[1]!.position }, mine(last)))?.id).toBe(
      mine(last),
    );
  });
});
