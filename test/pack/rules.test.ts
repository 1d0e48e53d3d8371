import type { Feature, Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { parseFilter } from '../../src/kernel/query/filter.ts';
import type { QueryScope } from '../../src/kernel/query/scope.ts';
import { compilePredicate } from '../../src/kernel/query/to-predicate.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { conditionsOf } from '../../src/kernel/register/rule.ts';
import { registers } from '../../src/registers/index.ts';
import { pack, records } from './pack-on-disk.ts';

function answer(register: Register, filter: string): (record: Feature<Geometry | null>) => boolean | null {
  const scope: QueryScope = { property: (name) => register.fields.find((field) => field.name === name) };
  const holds = compilePredicate(parseFilter(filter, 'cql2-text', scope), scope);
  return ({ id, properties, geometry }) => holds({ id: String(id), properties: properties ?? {}, geometry });
}

test('every declared rule is CQL2 that holds for every record of the pack', () => {
  let asked = 0;
  for (const register of registers)
    for (const { id, holds } of conditionsOf(register)) {
      const rule = answer(register, holds);
      for (const record of records.get(register.id)!) {
        expect(rule(record), `${register.id}/${record.id} ${id}`).toBe(true);
        asked++;
      }
    }
  expect(asked).toBeGreaterThan(2000);
});

test.each([
  ['data-centres', { opened: '2020-01-01', closed: '2019-12-31' }],
  ['permit-zones', { is_emergency: true, starts: '2026-01-01' }],
  ['commitments', { state: 'kept' }],
])('a record of %s that breaks its rule is refused', (id, properties) => {
  const register = registers.find((other) => other.id === id)!;
  const broken: Feature<Geometry | null> = { type: 'Feature', id: 'broken', geometry: null, properties };
  const answers = conditionsOf(register).map(({ holds }) => answer(register, holds)(broken));
  expect(answers).toContain(false);
});

test('the basemap draws something in every layer', () => {
  for (const { register: id, filter } of pack.basemap.layers) {
    const register = registers.find((other) => other.id === id)!;
    const shown = records.get(id)!.filter((record) => !filter || answer(register, filter)(record) === true);
    expect(shown.length, `${id} ${filter}`).toBeGreaterThan(0);
  }
});
