import { describe, expect, test } from 'vitest';
import type { CatalogueRecord } from '../api/catalogue.ts';
import { facetValues, narrowed } from './facets.ts';
import { highlighted } from './highlight.ts';

const record = (id: string, theme: string | undefined, desk: string): CatalogueRecord => ({
  id,
  geometry: null,
  time: null,
  links: [],
  properties: { type: 'dataset', title: id, updated: '', access: 'public', desk, ...(theme && { theme }) },
});
const records = [
  record('a', 'soil', 'land'),
  record('b', 'soil', 'services'),
  record('c', undefined, 'land'),
];

describe('facets', () => {
  test('values of one facet widen, several facets narrow', () => {
    const ids = (chosen: Parameters<typeof narrowed>[1]) => narrowed(records, chosen).map(({ id }) => id);
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ theme: ['soil', ''] })).toEqual(['a', 'b', 'c']);
    expect(ids({ theme: ['soil'], desk: ['land'] })).toEqual(['a']);
    expect(ids({ theme: [''] })).toEqual(['c']);
  });

  test('a value is counted beside what the other facets let through, what does not say stands last', () => {
    const values = facetValues(records, 'theme', { desk: ['land'], theme: ['soil'] }, ({ id }) => id);
    expect(values).toEqual([
      { value: 'soil', title: 'a', count: 1 },
      { value: '', title: 'c', count: 1 },
    ]);
  });
});

describe('highlights', () => {
  test.each([
    ['Bakı şəhəri', 'BAKI', ['[Bakı]', ' şəhəri']],
    ['Torpaq sahələri', 'sahe', ['Torpaq ', '[sahələri]']],
    ['قطعات کاداستر', 'كاداستر', ['قطعات ', '[کاداستر]']],
    ['Parcels', 'zzz', ['Parcels']],
    ['Parcels', '', ['Parcels']],
  ])('%s for %s', (text, words, expected) => {
    expect(highlighted(text, words).map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))).toEqual(
      expected,
    );
  });
});
