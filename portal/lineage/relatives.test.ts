import { describe, expect, it } from 'vitest';
import { diagramOf, momentOf, type Relative } from './relatives.ts';

const relative = (id: string, depth: number, predecessors: string[] = []): Relative => ({
  id,
  depth,
  title: null,
  valid: { from: null, to: null },
  predecessors,
});

describe('diagramOf', () => {
  it('gives each generation a column and each predecessor a line', () => {
    const family = [
      relative('b', 0, ['a']),
      relative('a', -1),
      relative('c', 1, ['b', 'hidden']),
      relative('d', 1, ['b']),
    ];
    const { placed, columns, rows, lines } = diagramOf(family);
    expect(placed.map(({ relative: { id }, column, row }) => [id, column, row])).toEqual([
      ['b', 1, 0],
      ['a', 0, 0],
      ['c', 2, 0],
      ['d', 2, 1],
    ]);
    expect([columns, rows]).toEqual([3, 2]);
    expect(lines.map(({ from, to }) => `${from.relative.id}${to.relative.id}`)).toEqual(['ab', 'bc', 'bd']);
  });
});

describe('momentOf', () => {
  it('lies within the time in which the record held', () => {
    const valid = { from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' };
    expect(momentOf({ ...relative('a', 0), valid })).toBe('2020-12-31T23:59:59.000Z');
    expect(momentOf(relative('a', 0))).toBeUndefined();
  });
});
