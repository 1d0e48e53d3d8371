import { describe, expect, it } from 'vitest';
import { FilterError } from './filter-error.ts';
import { defaultLimits } from './limits.ts';
import { parseText } from './parse-text.ts';

const a = { property: 'a' };
const b = { property: 'b' };
const c = { property: 'c' };

function violationOf(text: string, limits = defaultLimits) {
  try {
    parseText(text, limits);
  } catch (error) {
    if (error instanceof FilterError) return error.violations[0];
    throw error;
  }
  return undefined;
}

describe('operators', () => {
  it.each([
    ['a OR b AND c', { op: 'or', args: [a, { op: 'and', args: [b, c] }] }],
    ['a AND b AND c', { op: 'and', args: [a, b, c] }],
    ['(a AND b) AND c', { op: 'and', args: [{ op: 'and', args: [a, b] }, c] }],
    ['NOT a AND b', { op: 'and', args: [{ op: 'not', args: [a] }, b] }],
    ['NOT a = 1', { op: 'not', args: [{ op: '=', args: [a, 1] }] }],
    ['a - b - c = 0', { op: '=', args: [{ op: '-', args: [{ op: '-', args: [a, b] }, c] }, 0] }],
    ['a + b * c = 0', { op: '=', args: [{ op: '+', args: [a, { op: '*', args: [b, c] }] }, 0] }],
    ['a * b ^ c > 1', { op: '>', args: [{ op: '*', args: [a, { op: '^', args: [b, c] }] }, 1] }],
    ['2 ^ 3 ^ 2 = a', { op: '=', args: [{ op: '^', args: [2, { op: '^', args: [3, 2] }] }, a] }],
    ['a div 2 % 3 = -1', { op: '=', args: [{ op: '%', args: [{ op: 'div', args: [a, 2] }, 3] }, -1] }],
    ['-a < +5', { op: '<', args: [{ op: '*', args: [-1, a] }, 5] }],
    ['a -1 = b', { op: '=', args: [{ op: '-', args: [a, 1] }, b] }],
    ['a is not null', { op: 'not', args: [{ op: 'isNull', args: [a] }] }],
    [
      'a not between 1 and 2 and b',
      { op: 'and', args: [{ op: 'not', args: [{ op: 'between', args: [a, 1, 2] }] }, b] },
    ],
    ["like(a, 'x%')", { op: 'like', args: [a, 'x%'] }],
    ['in(a, 1, 2)', { op: 'in', args: [a, [1, 2]] }],
    ['a in (1)', { op: 'in', args: [a, [1]] }],
    ['T_METBY(a, b)', { op: 't_metBy', args: [a, b] }],
    ['a_containedby(a, (1))', { op: 'a_containedBy', args: [a, [1]] }],
    ['a_equals(a, ())', { op: 'a_equals', args: [a, []] }],
    ['a_equals(a, ((1,2),(3)))', { op: 'a_equals', args: [a, [[1, 2], [3]]] }],
    ['Foo(a, 1) = b', { op: '=', args: [{ op: 'Foo', args: [a, 1] }, b] }],
    ['a = (b = c)', { op: '=', args: [a, { op: '=', args: [b, c] }] }],
  ])('%s', (text, tree) => {
    expect(parseText(text)).toEqual(tree);
  });
});

describe('names and literals', () => {
  it.each([
    ["a = 'it''s'", "it's"],
    ["a = 'it\\'s'", "it's"],
    ["a = 'c:\\dir'", 'c:\\dir'],
    ["a = 'Şəki 🏔'", 'Şəki 🏔'],
    ['a = 1.5E-3', 0.0015],
    ['a = .5', 0.5],
    ['a = TRUE', true],
    ["a = DATE('2024-02-29')", { date: '2024-02-29' }],
    ["a = timestamp('2024-02-29T23:59:60Z')", { timestamp: '2024-02-29T23:59:60Z' }],
  ])('%s', (text, value) => {
    expect(parseText(text)).toEqual({ op: '=', args: [a, value] });
  });

  it.each([
    ['"a b" = 1', 'a b'],
    ['"say ""hi""" = 1', 'say "hi"'],
    ['eo:cloud.cover = 1', 'eo:cloud.cover'],
    ['əhali = 1', 'əhali'],
    ['جمعیت = 1', 'جمعیت'],
    ['date = 1', 'date'],
  ])('%s', (text, property) => {
    expect(parseText(text)).toEqual({ op: '=', args: [{ property }, 1] });
  });

  it.each([
    ['POINT Z (1 2 3)', { type: 'Point', coordinates: [1, 2, 3] }],
    [
      'MULTIPOINT(1 2, 3 4)',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'multipoint((1 2),(3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,-1 1e2))',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [-1, 100],
            ],
          },
        ],
      },
    ],
    ['BBOX(1,2,3,4,5,6)', { bbox: [1, 2, 3, 4, 5, 6] }],
  ])('%s', (text, geometry) => {
    expect(parseText(`S_INTERSECTS(a,${text})`)).toEqual({ op: 's_intersects', args: [a, geometry] });
  });

  it('reads intervals of texts, properties and open ends', () => {
    const tree = parseText("T_DURING(INTERVAL('..','2020-01-01'), INTERVAL(a, DATE('2021-01-01')))");
    expect(tree).toEqual({
      op: 't_during',
      args: [{ interval: ['..', '2020-01-01'] }, { interval: [a, '2021-01-01'] }],
    });
  });
});

describe('refusals say where and what was expected', () => {
  it.each([
    ['a = ', 'cql2-expression-missing', { position: 5 }],
    ['a = = 1', 'cql2-expression-expected', { position: 5, found: '=' }],
    ['(a = 1', 'cql2-ends-early', { position: 7, expected: ')' }],
    ['a = 1 b', 'cql2-unexpected', { position: 7, found: 'b', expected: 'AND' }],
    ["a = 'x", 'cql2-unterminated', { position: 5, expected: "'" }],
    ['a = §', 'cql2-unexpected-character', { position: 5, found: '§' }],
    ["a = DATE('2023-02-29')", 'cql2-not-a-date', { position: 10, value: '2023-02-29' }],
    ['a between 1 or 2', 'cql2-unexpected', { position: 13, found: 'or', expected: 'AND' }],
    ['S_INTERSECTS(a)', 'cql2-argument-count', { position: 1, op: 'S_INTERSECTS', expected: 2, found: 1 }],
    ['a = 1e999', 'cql2-number-range', { position: 5, value: '1e999' }],
    [' ', 'cql2-empty', undefined],
  ])('%s', (text, code, params) => {
    expect(violationOf(text)).toEqual({ pointer: '', code, ...(params && { params }) });
  });

  it('names the limit that a filter passes', () => {
    const deep = `${'NOT '.repeat(70)}a`;
    expect(violationOf(deep)).toMatchObject({ code: 'cql2-too-deep', params: { limit: 64 } });
    expect(violationOf('('.repeat(1e5))).toMatchObject({ code: 'cql2-too-deep', params: { limit: 64 } });
    expect(violationOf(`a = ${'2^'.repeat(1e5)}2`)).toMatchObject({ code: 'cql2-too-deep' });
    const wide = `a IN (${'1,'.repeat(6000)}1)`;
    expect(violationOf(wide)).toMatchObject({ code: 'cql2-too-many-nodes', params: { limit: 5000 } });
    expect(violationOf('a AND b', { ...defaultLimits, maxLength: 3 })).toMatchObject({
      code: 'cql2-too-long',
    });
  });
});
