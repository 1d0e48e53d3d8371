import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PortalField } from '../api/schema.ts';
import { arityOf, type Condition, operatorsOf } from './condition.ts';
import { conditionsToCql2 } from './conditions-to-cql2.ts';
import { cql2ToConditions } from './cql2-to-conditions.ts';

const fields: readonly PortalField[] = [
  { name: 'name', title: 'Name', kind: 'localized' },
  { name: 'Küçə adı', title: 'Street', kind: 'string' },
  { name: 'date', title: 'Date', kind: 'date' },
  { name: 'racks', title: 'Racks', kind: 'integer' },
  { name: 'pue', title: 'PUE', kind: 'number' },
  { name: 'seen', title: 'Seen', kind: 'timestamp' },
  { name: 'open', title: 'Open', kind: 'boolean' },
  { name: 'status', title: 'Status', kind: 'string', codes: [{ value: "o'k", title: 'OK' }] },
];

const valuesFor = (field: PortalField): fc.Arbitrary<string> => {
  switch (field.kind) {
    case 'integer':
      return fc.integer().map(String);
    case 'number':
      return fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
        .map((x) => String(x + 0));
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'date':
      return fc.constantFrom('2024-02-29', '1999-12-31');
    case 'timestamp':
      return fc.constantFrom('2024-02-29T12:30', '1999-12-31T23:59:59');
    default:
      return fc.string({ minLength: 1 });
  }
};

const row: fc.Arbitrary<Condition> = fc.constantFrom(...fields).chain((field) =>
  fc.constantFrom(...operatorsOf(field)).chain((operator) => {
    const arity = arityOf(operator);
    const length = arity === 'many' ? { minLength: 1, maxLength: 4 } : { minLength: arity, maxLength: arity };
    return fc.array(valuesFor(field), length).map((values) => ({ field: field.name, operator, values }));
  }),
);

describe('rows and CQL2 text', () => {
  it('come back from the text that they were written as', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('and', 'or'),
        (rows, join) => {
          const text = conditionsToCql2({ join, rows }, fields) ?? '';
          expect(cql2ToConditions(text)).toEqual({ join: rows.length === 1 ? 'and' : join, rows });
        },
      ),
    );
  });

  it.each([
    ["status = 'a' AND racks > 3 OR open = TRUE"],
    ['NOT racks > 3'],
    ['(racks > 3)'],
    ['racks + 1 > 3'],
    ['S_INTERSECTS(geometry, BBOX(1,2,3,4))'],
    ['racks >'],
    ["name LIKE 'a_b%'"],
  ])('leaves to the hand what rows cannot show: %s', (text) => {
    expect(cql2ToConditions(text)).toBeUndefined();
  });

  it('quotes names that CQL2 keeps for itself, and leaves unfinished rows out', () => {
    const rows: Condition[] = [
      { field: 'date', operator: 'ge', values: ['2024-01-01'] },
      { field: 'racks', operator: 'between', values: ['3', ''] },
    ];
    expect(conditionsToCql2({ join: 'and', rows }, fields)).toBe(`"date" >= DATE('2024-01-01')`);
  });
});
