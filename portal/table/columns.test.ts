import { describe, expect, it } from 'vitest';
import { readSchema } from '../api/schema.ts';
import { columnsOf, nextSort, sortOf } from './columns.ts';

const schema = readSchema({
  properties: {
    geometry: { format: 'geometry-point', 'x-ogc-role': 'primary-geometry' },
    id: { type: 'string', 'x-ogc-role': 'id' },
    a: { type: 'string' },
    name: { title: 'Name', type: 'object', properties: { az: {}, en: {}, ar: {}, fa: {} } },
    b: { type: ['integer', 'null'], 'x-ogc-unit': 'MW' },
    c: { type: 'string', format: 'date' },
    d: { type: 'string', oneOf: [{ const: 'x', title: 'X' }] },
    e: { type: 'array', items: { type: 'string' } },
    source: { type: 'string' },
    f: { type: 'boolean' },
    g: { type: 'boolean' },
    label: { type: 'string' },
  },
});

describe('readSchema', () => {
  it('tells the geometry and the id apart from the fields, and knows what kind each is', () => {
    expect(schema.hasGeometry).toBe(true);
    expect(schema.titleField).toBe('name');
    expect(schema.fields.map(({ name, kind }) => `${name}:${kind}`).join(' ')).toBe(
      'a:string name:localized b:integer c:date d:string e:array source:string f:boolean g:boolean label:string',
    );
  });
});

describe('columnsOf', () => {
  it('begins with the name and ends with the reliability', () => {
    expect(columnsOf(schema, undefined).map(({ name }) => name)).toEqual([
      'name',
      'a',
      'b',
      'c',
      'd',
      'label',
    ]);
  });
  it('takes the columns of the address in its order and skips unknown ones', () => {
    expect(columnsOf(schema, 'c,nothing,a').map(({ name }) => name)).toEqual(['c', 'a']);
  });
});

describe('sorting', () => {
  it('goes up, down, and back to the usual order', () => {
    expect([undefined, 'a', '-a'].map((sort) => nextSort(sort, 'a'))).toEqual(['a', '-a', undefined]);
    expect(sortOf('-a', 'a')).toBe('descending');
    expect(sortOf('-a', 'b')).toBe('none');
  });
});
