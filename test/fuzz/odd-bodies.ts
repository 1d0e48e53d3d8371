import type { Random } from './random.ts';

const properties = { name: { az: 'a', en: 'a', ar: 'a', fa: 'a' }, label: 'real', source: 'x' };
const feature = { type: 'Feature', id: 'x', geometry: null, properties };

/** Bodies that no register can take: none of them may change the log. */
const bodies: readonly string[] = [
  '',
  ' ',
  'null',
  '7',
  '"text"',
  '[]',
  '{}',
  '{',
  '{"type":"Feature"',
  '\ufeff{}',
  `${'['.repeat(20_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '{"__proto__":{"x":1},"type":"Feature","geometry":null,"properties":{}}',
  JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
  JSON.stringify({ ...feature, properties: null }),
  JSON.stringify({ ...feature, properties: { ...properties, nothing_like_this: 1 } }),
  JSON.stringify({ ...feature, properties: { name: 7, label: [], source: {} } }),
  JSON.stringify({ ...feature, geometry: { type: 'Point', coordinates: [] } }),
  JSON.stringify({ ...feature, geometry: { type: 'Point', coordinates: ['a', 'b'] } }),
  JSON.stringify({ ...feature, geometry: { type: 'Point', coordinates: [1e308, -1e308] } }),
  '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1e999,0]}}',
  JSON.stringify({
    ...feature,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    },
  }),
  JSON.stringify({
    ...feature,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ],
    },
  }),
  JSON.stringify({ ...feature, geometry: { type: 'GeometryCollection', geometries: [{ type: 'Nothing' }] } }),
  JSON.stringify({ ...feature, geometry: { type: 'Circle', radius: -1 } }),
  JSON.stringify({ ...feature, id: '\u0000' }),
  JSON.stringify({ ...feature, id: 'x'.repeat(5000) }),
  JSON.stringify({ ...feature, properties: { ...properties, note: 'x'.repeat(3_000_000) } }),
  JSON.stringify({
    intents: [{ verb: 'create', register: 'nothing', body: { properties: {}, geometry: null } }],
  }),
  JSON.stringify({ intents: [{ verb: 'retire', register: 'settlements', record: 'no such record' }] }),
  '\u0000\u0001\u0002',
];

export const contentTypes = [
  'application/json',
  'application/geo+json',
  'application/merge-patch+json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/xml',
  'nonsense',
  '',
] as const;

/** A body that must be refused, sometimes damaged further: cut off, so that it never becomes right. */
export function oddBody(random: Random): string {
  const body = random.pick(bodies);
  return random.chance(0.2) ? body.slice(0, random.below(body.length)) : body;
}
