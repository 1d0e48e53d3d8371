import { describe, expect, it } from 'vitest';
import { checkFilter } from './check.ts';
import { parseFilter } from './filter.ts';
import { FilterError } from './filter-error.ts';
import { parseText } from './parse-text.ts';
import type { QueryableType, QueryScope } from './scope.ts';

const types: Readonly<Record<string, QueryableType>> = {
  name: { type: 'string' },
  title: { type: 'localized' },
  height: { type: 'number' },
  since: { type: 'date' },
  seen: { type: 'timestamp' },
  open: { type: 'boolean' },
  tags: { type: 'array', items: 'string' },
  place: { type: 'geometry' },
};
const scope: QueryScope = { property: (name) => types[name], names: () => Object.keys(types) };

function violations(text: string) {
  try {
    parseFilter(text, 'cql2-text', scope);
  } catch (error) {
    if (error instanceof FilterError) return error.violations;
    throw error;
  }
  return [];
}

describe('checkFilter', () => {
  it('turns texts beside times into times', () => {
    const { expr } = checkFilter(
      parseText("since > '2024-01-01' AND seen IN ('2024-01-01T00:00:00Z')"),
      scope,
    );
    expect(expr).toEqual({
      op: 'and',
      args: [
        { op: '>', args: [{ property: 'since' }, { date: '2024-01-01' }] },
        { op: 'in', args: [{ property: 'seen' }, [{ timestamp: '2024-01-01T00:00:00Z' }]] },
      ],
    });
  });

  it('finds everything that is wrong at once', () => {
    expect(violations("heigth > 5 AND name LIKE height AND open + 1 = 2 AND since < 'soon'")).toEqual([
      {
        pointer: '/args/0/args/0',
        code: 'cql2-unknown-property',
        params: { name: 'heigth', known: 'name, title, height, since, seen, open, tags, place', position: 1 },
      },
      {
        pointer: '/args/1/args/1',
        code: 'cql2-type-mismatch',
        params: { op: 'like', expected: 'text', found: 'number', position: 26 },
      },
      { pointer: '/args/1/args/1', code: 'cql2-pattern-not-constant', params: { position: 21 } },
      {
        pointer: '/args/2/args/0/args/0',
        code: 'cql2-type-mismatch',
        params: { op: '+', expected: 'number', found: 'boolean', position: 37 },
      },
      { pointer: '/args/3/args/1', code: 'cql2-not-a-time', params: { value: 'soon' } },
    ]);
  });

  it.each([
    ['height', 'cql2-not-boolean'],
    ['name = 5', 'cql2-incomparable'],
    ['place = name', 'cql2-incomparable'],
    ['tags = tags', 'cql2-incomparable'],
    ["A_CONTAINS(tags, ('a', 2))", 'cql2-type-mismatch'],
    ['A_CONTAINS(tags, name)', 'cql2-type-mismatch'],
    ['S_WITHIN(place, name)', 'cql2-type-mismatch'],
    ['S_WITHIN(place, POLYGON((0 0,1 0,1 1,0 1)))', 'cql2-ring-open'],
    ['S_WITHIN(place, POLYGON((0 0,1 0,0 0)))', 'cql2-too-few-positions'],
    ['S_WITHIN(place, POINT(1e12 0))', 'cql2-coordinate-range'],
    ['S_TOUCHES(place, GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1)))', 'cql2-geometry-collection'],
    ['S_INTERSECTS(place, BBOX(0,5,1,2))', 'cql2-bbox-order'],
    ["T_AFTER(since, INTERVAL('2024-01-01','2023-01-01'))", 'cql2-interval-reversed'],
    ['T_AFTER(since, height)', 'cql2-type-mismatch'],
    ['buffer(place) = 1', 'cql2-unknown-function'],
    ['abs(height, 1) = 1', 'cql2-argument-count'],
    ["lower(height) = 'a'", 'cql2-type-mismatch'],
    ["name = 'a\u0000b'", 'cql2-character'],
  ])('refuses %s', (text, code) => {
    expect(violations(text).map((violation) => violation.code)).toContain(code);
  });

  it.each([
    "CASEI(title) = casei('bakı')",
    'open = (height > 2)',
    'least(height, 2, 3) > abs(-1) AND Length(name) BETWEEN 1 AND 5',
    'S_INTERSECTS(place, GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1)))',
    "T_AFTER(seen, '2024-01-01')",
    "name BETWEEN 'a' AND 'b'",
  ])('accepts %s', (text) => {
    expect(violations(text)).toEqual([]);
  });
});
