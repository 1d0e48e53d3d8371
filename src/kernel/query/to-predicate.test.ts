import type { Geometry } from 'geojson';
import initGeos from 'geos-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseFilter } from './filter.ts';
import type { QueryableType, QueryScope } from './scope.ts';
import { compilePredicate, preparePredicates } from './to-predicate.ts';

const types: Readonly<Record<string, QueryableType>> = {
  name: { type: 'string' },
  title: { type: 'localized' },
  height: { type: 'number' },
  since: { type: 'date' },
  seen: { type: 'timestamp' },
  tags: { type: 'array', items: 'string' },
  id: { type: 'string' },
  place: { type: 'geometry' },
};
const scope: QueryScope = { property: (name) => types[name] };

function answer(filter: string, properties: Record<string, unknown>, geometry: Geometry | null = null) {
  return compilePredicate(parseFilter(filter, 'cql2-text', scope), scope)({ id: 'r1', properties, geometry });
}

beforeAll(preparePredicates);

describe('compilePredicate', () => {
  it.each<[string, Record<string, unknown>, boolean | null]>([
    ['height > 5', {}, null],
    ['NOT height > 5', { height: null }, null],
    ["height > 5 OR name = 'a'", { name: 'a' }, true],
    ["height > 5 AND name = 'a'", { name: 'b' }, false],
    ['height / 0 = 1', { height: 1 }, null],
    ["name > 'A'", { name: 'a' }, true],
    ["name < '\uffee'", { name: '\u{10348}' }, false],
    ["title = 'Baku'", { title: { az: 'Bakı', en: 'Baku' } }, true],
    ["NOT title = 'Baku'", { title: { az: 'Bakı', en: 'Baku' } }, false],
    ["casei(title) LIKE casei('BAK_')", { title: { az: 'Bakı' } }, true],
    ["title = 'Baku'", { title: {} }, null],
    ["seen > DATE('2024-03-01')", { seen: '2024-03-01T10:00:00Z' }, true],
    ["T_INTERSECTS(seen, DATE('2024-03-01'))", { seen: '2024-03-01T10:00:00Z' }, true],
    ["T_DURING(since, INTERVAL('..','2024-03-01'))", { since: '2024-02-29' }, true],
    ["A_EQUALS(tags, ('b','a','b'))", { tags: ['a', 'b'] }, true],
    ["id = 'r1'", {}, true],
  ])('%s of %j is %s', (filter, properties, truth) => {
    expect(answer(filter, properties)).toBe(truth);
  });

  it('splits boxes at the antimeridian', () => {
    const at = (x: number): Geometry => ({ type: 'Point', coordinates: [x, 0] });
    const box = 'S_INTERSECTS(place, BBOX(170,-10,-170,10))';
    expect([-179, 179, 0].map((x) => answer(box, {}, at(x)))).toEqual([true, true, false]);
    expect(answer(box, {}, null)).toBeNull();
  });

  it('gives back the memory that geometries take', async () => {
    const { Module } = await initGeos();
    const polygon = `POLYGON((${Array.from({ length: 500 }, (_, i) => `${i} ${i % 7}`).join(',')},250 90,0 0))`;
    const test = compilePredicate(parseFilter(`S_WITHIN(place,${polygon})`, 'cql2-text', scope), scope);
    const line: Geometry = { type: 'LineString', coordinates: Array.from({ length: 500 }, (_, i) => [i, 9]) };
    const run = () => {
      for (let i = 0; i < 500; i++) test({ properties: {}, geometry: line });
    };
    run();
    const before = Module.HEAPU8.length;
    for (let i = 0; i < 8; i++) run();
    expect(Module.HEAPU8.length - before).toBeLessThan(1e6);
  });
});
