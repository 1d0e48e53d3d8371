import type { Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem, Violation } from '../../src/kernel/errors.ts';
import type { ValidPeriod } from '../../src/kernel/log/entry.ts';
import type { Intent } from '../../src/kernel/log/intent.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { type Rule, rulesOf } from '../../src/kernel/register/rule.ts';
import { geometryIn, type SampleBox, sampleBody } from '../../src/kernel/register/sample.ts';
import { registers } from '../../src/registers/index.ts';
import { byAdministrator, openKernel, type TestKernel } from '../engines/kernel.ts';

/** What every rule of every declared register gets for being declared: a record that breaks it, and one on its edge. */

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await openKernel(registers);
}, 180_000);
afterAll(() => kernel.database.close());

const byId = new Map(registers.map((register) => [register.id, register]));
const idOf = (n: number) => (register: string) => `rules-${register}-${n}`;
const always: ValidPeriod = { from: null, to: null };

interface More {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly geometry?: Geometry;
  readonly valid?: ValidPeriod;
  readonly record?: string;
}

/** A batch that makes the n-th sample of a register, after those that it refers to or lies in. */
class Batch {
  readonly intents: Intent[] = [];

  add(register: Register, n: number, more: More = {}): this {
    const record = more.record ?? idOf(n)(register.id);
    if (this.intents.some((intent) => intent.register === register.id && intent.record === record))
      return this;
    const rules = [
      ...rulesOf(register, 'within'),
      ...rulesOf(register, 'no-gap'),
      ...rulesOf(register, 'reference'),
    ];
    const asked = new Set(rules.map((rule) => ('register' in rule ? rule.register : refOf(register, rule))));
    for (const { required, ref } of register.fields) if (required && ref) asked.add(ref);
    for (const id of asked) if (id !== register.id) this.add(byId.get(id)!, n);
    const body = sampleBody(register, n, idOf(n), (id) => byId.get(id));
    const properties = { ...body.properties, ...more.properties };
    const geometry = more.geometry ?? body.geometry;
    const valid = more.valid ?? always;
    this.intents.push({
      verb: 'create',
      register: register.id,
      record,
      body: { properties, geometry },
      valid,
    });
    return this;
  }

  /** The offences against one rule when all of it is written at once. */
  async offences(code: string, rule: Rule): Promise<Violation[]> {
    const context = { ...byAdministrator, isTakeover: true, dryRun: true };
    const refusal = await kernel.writer.write(this.intents, context).then(
      () => undefined,
      (problem: Problem) => problem,
    );
    if (refusal && !refusal.violations) throw refusal;
    return (refusal?.violations ?? []).filter((each) => each.code === code && each.params?.rule === rule.id);
  }
}

function refOf({ fields }: Register, rule: { field: string } | { parent: string }): string {
  const name = 'field' in rule ? rule.field : rule.parent;
  return fields.find((field) => field.name === name)!.ref!;
}

const fieldTo = (register: Register, id: string) => register.fields.find(({ ref }) => ref === id)!.name;
const shape = (register: Register, box: SampleBox) => geometryIn(register.geometry!, box);

const cell: SampleBox = [49, 45, 49.004, 45.004];
const beside: SampleBox = [49.004, 45, 49.008, 45.004];
const across: SampleBox = [49.002, 45, 49.006, 45.004];
const west: SampleBox = [49, 45, 49.002, 45.004];
const east: SampleBox = [49.002, 45, 49.004, 45.004];

const declared = registers.flatMap((register) =>
  (register.rules ?? []).flatMap((rule) =>
    'holds' in rule ? [] : [[register.id, rule.id, register, rule] as const],
  ),
);

describe.each(declared)('%s: %s', (_id, _rule, register, rule) => {
  switch (rule.kind) {
    case 'unique': {
      const given = Object.fromEntries(
        rule.fields.map((name) => [name, sampleBody(register, 1, idOf(1)).properties[name]]),
      );
      const second = (more: More) =>
        new Batch().add(register, 1, { valid: { from: '2020-01-01', to: '2021-01-01' } }).add(register, 2, {
          properties: given,
          ...more,
        });
      test('the same values at the same time are refused', async () => {
        const batch = second({ valid: { from: '2020-12-31', to: null } });
        expect((await batch.offences('not-unique-together', rule)).length).toBeGreaterThan(0);
      });
      test('the same values from then on are not', async () => {
        const batch = second({ valid: { from: '2021-01-01', to: null } });
        expect(await batch.offences('not-unique-together', rule)).toEqual([]);
      });
      break;
    }
    case 'reference': {
      const target = byId.get(refOf(register, rule))!;
      const until = (to: string) =>
        new Batch().add(target, 1, { valid: { from: '2020-01-01', to: '2025-01-01' } }).add(register, 1, {
          properties: { [rule.field]: idOf(1)(target.id) },
          valid: { from: '2020-01-01', to },
        });
      test('a record that outlives what it refers to is refused', async () => {
        expect(await until('2025-01-02').offences('reference-not-holding', rule)).toHaveLength(1);
      });
      test('one that ends with it is not', async () => {
        expect(await until('2025-01-01').offences('reference-not-holding', rule)).toEqual([]);
      });
      break;
    }
    case 'within': {
      const holder = byId.get(rule.register)!;
      const inside = (box: SampleBox) => {
        const properties = { [rule.by ?? fieldTo(register, holder.id)]: idOf(1)(holder.id) };
        return new Batch()
          .add(holder, 1, { geometry: shape(holder, cell) })
          .add(register, 1, { properties, geometry: shape(register, box) });
      };
      test('a record that reaches out of it is refused, and the part outside is drawn', async () => {
        const outside: SampleBox = [cell[0] - 0.01, cell[1], cell[2], cell[3]];
        const [offence] = await inside(outside).offences('outside', rule);
        expect(offence?.geometry).toBeDefined();
      });
      test('one that fills it is not', async () => {
        expect(await inside(cell).offences('outside', rule)).toEqual([]);
      });
      break;
    }
    case 'no-overlap': {
      const alike = Object.fromEntries(
        (rule.partition ?? []).map((name) => [name, sampleBody(register, 1, idOf(1)).properties[name]]),
      );
      const two = (box: SampleBox) =>
        new Batch()
          .add(register, 1, { geometry: shape(register, cell) })
          .add(register, 2, { properties: alike, geometry: shape(register, box) });
      test('a record over another is refused, and the overlap is drawn', async () => {
        const offences = await two(across).offences('overlaps', rule);
        expect(offences).toMatchObject([{ geometry: { type: 'MultiPolygon' } }]);
      });
      test('one that touches it is not', async () => {
        expect(await two(beside).offences('overlaps', rule)).toEqual([]);
      });
      break;
    }
    case 'no-gap': {
      const parent = byId.get(refOf(register, rule))!;
      const cover = (...boxes: SampleBox[]) => {
        const batch = new Batch().add(parent, 1, { geometry: shape(parent, cell) });
        const properties = { [rule.parent]: idOf(1)(parent.id) };
        for (const [index, box] of boxes.entries())
          batch.add(register, index + 1, { properties, geometry: shape(register, box) });
        return batch;
      };
      test('a part that nobody covers is refused and drawn', async () => {
        expect(await cover(west).offences('gap', rule)).toMatchObject([
          { geometry: { type: 'MultiPolygon' } },
        ]);
      });
      test('parts that touch are not', async () => {
        expect(await cover(west, east).offences('gap', rule)).toEqual([]);
      });
      break;
    }
  }
});
