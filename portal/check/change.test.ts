import { describe, expect, it } from 'vitest';
import { geometriesOf, operationsOf, readChange } from './change.ts';

const point = { type: 'Point' as const, coordinates: [49, 40] };

describe('readChange', () => {
  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['{', 'wrong'],
    ['7', 'wrong'],
    ['[]', 'wrong'],
    ['[{"register":"parcels"}]', 'wrong'],
    ['{"type":"FeatureCollection","features":[]}', 'wrong'],
    ['{"type":"Feature","geometry":null,"properties":{}}', 'features'],
    ['[{"op":"retire","register":"parcels","id":"a"}]', 'batch'],
  ])('%s is %s', (text, kind) => {
    expect(readChange(text).kind).toBe(kind);
  });
});

describe('operationsOf', () => {
  it('makes new records, and replaces only what has an id', () => {
    const features = [{ id: 7, geometry: point, properties: { a: 1 } }, { properties: null }];
    expect(operationsOf(features, 'wells', 'replace')).toEqual([
      { op: 'replace', register: 'wells', id: '7', properties: { a: 1 }, geometry: point },
      { op: 'create', register: 'wells', properties: {}, geometry: null },
    ]);
  });
});

describe('geometriesOf', () => {
  it('finds those of the pieces as well', () => {
    const split = { op: 'split', register: 'parcels', into: [{ geometry: point }, { geometry: null }, 3] };
    expect(geometriesOf(split)).toEqual([point]);
    expect(geometriesOf({ op: 'create', register: 'wells', geometry: point })).toEqual([point]);
  });
});
