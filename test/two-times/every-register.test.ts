import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administrator } from '../../src/kernel/access/caller.ts';
import type { Body } from '../../src/kernel/log/entry.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { rulesOf } from '../../src/kernel/register/rule.ts';
import { sampleBody } from '../../src/kernel/register/sample.ts';
import { registers } from '../../src/registers/index.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/** What every register can be told for being declared: corrected backwards, changed ahead, interrupted and taken up again. */

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel(registers);
}, 180_000);
afterAll(() => kernel.database.close());

const n = 7;
const sampleId = (register: string) => `sample-${register}`;
const byId = new Map(registers.map((register) => [register.id, register]));
const sample = (register: Register) => sampleBody(register, n, sampleId, (id) => byId.get(id));
const always = { from: null, to: null };
const year = (number: number) => `${number}-01-01T00:00:00Z`;
const written = new Set<string>();

/** Samples of what a required reference or a rule leads to, holding at all times. */
async function writeReferences(register: Register): Promise<void> {
  const referred = register.fields.flatMap((field) => (field.required && field.ref ? field.ref : []));
  const holding = rulesOf(register, 'within').map((rule) => rule.register);
  for (const id of new Set([...referred, ...holding])) {
    const target = byId.get(id);
    if (!target || target === register || written.has(id)) continue;
    written.add(id);
    await writeReferences(target);
    await replace(id, sampleId(id), sample(target), null, null);
  }
}

async function replace(
  register: string,
  record: string,
  body: Body,
  from: string | null,
  to: string | null,
): Promise<number> {
  const intent = { verb: 'replace' as const, register, record, body, valid: { from, to } };
  return (await kernel.writer.write([intent], byAdministrator))[0]!.position;
}

describe.each(registers.map((register) => [register.id, register] as const))('%s', (id, register) => {
  test('is corrected backwards, changed ahead, interrupted and taken up again; each is as it was known', async () => {
    await writeReferences(register);
    // Two bodies that differ only in their source, so that no rule of the register minds.
    const body = (word: string): Body => {
      const { properties, ...rest } = sample(register);
      return { ...rest, properties: { ...properties, source: word } };
    };
    const record = 'through-time';
    const at = async (instant: number, asOf?: number) => {
      const datetime = { from: year(instant), to: year(instant) };
      const question = { register: id, caller: administrator, datetime, ...(asOf ? { asOf } : {}) };
      return (await kernel.reader.item(question, record))?.properties.source;
    };
    const first = await replace(id, record, body('first'), year(2010), null);
    const corrected = await replace(id, record, body('correction'), year(2005), year(2015));
    await replace(id, record, body('planned'), year(2060), null);
    await kernel.writer.write(
      [{ verb: 'retire', register: id, record, valid: { from: year(2020), to: year(2030) } }],
      byAdministrator,
    );
    const gap = await kernel.reader.position();
    await replace(id, record, body('reopened'), year(2025), year(2030));

    expect(
      await Promise.all([2004, 2005, 2012, 2015, 2021, 2026, 2031, 2061].map((each) => at(each))),
    ).toEqual([undefined, 'correction', 'correction', 'first', undefined, 'reopened', 'first', 'planned']);
    expect([await at(2012, first), await at(2005, first), await at(2061, corrected)]).toEqual([
      'first',
      undefined,
      'first',
    ]);
    expect(await at(2026, gap)).toBeUndefined();
    const ever = {
      register: id,
      caller: administrator,
      datetime: always,
      filter: { op: '=', args: [{ property: 'id' }, record] },
    };
    expect(await kernel.reader.count(ever)).toEqual({ count: 1, isExact: true });
    // Its values and its place are free again for what other registers refer to.
    await kernel.writer.write([{ verb: 'retire', register: id, record, valid: always }], byAdministrator);
  });
});
