import { generateParcels } from '../../../src/kernel/generate/parcels.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

/** A register as a ministry would have one: geometry, a number that is unique, rules, a code list. */
export const sites = {
  id: 'bench-sites',
  title: same('Sites'),
  description: same('Sites of the bench of writes'),
  geometry: 'Polygon',
  geometryRequired: true,
  provenance: false,
  fields: [
    { name: 'number', type: 'integer', required: true, unique: true, title: same('Number') },
    { name: 'name', type: 'string', required: true, title: same('Name') },
    {
      name: 'use',
      type: 'string',
      title: same('Use'),
      codes: ['housing', 'farm'].map((value) => ({ value, title: same(value) })),
    },
    { name: 'area_m2', type: 'number', unit: 'm²', minimum: 0, title: same('Area') },
    { name: 'floors', type: 'integer', title: same('Floors') },
  ],
  rules: [
    { id: 'floors', holds: 'floors <= 200', sentence: same('At most 200 floors') },
    { id: 'farms', holds: "use <> 'farm' OR floors <= 3", sentence: same('A farm has at most 3 floors') },
  ],
};

/** One write: a new site, or a site as it is from now on. Two that are under way are never about the same record. */
export interface SiteWrite {
  readonly isNew: boolean;
  readonly id: string;
  readonly body: string;
}

/** Endless writes, every second one a change of a site that was made long before. */
export function* siteWrites(): Generator<SiteWrite, never> {
  const parcels = generateParcels({ seed: 11, count: 1_000_000, origin: [47.5, 40.2] })[Symbol.iterator]();
  for (let number = 0; ; number++) {
    const { geometry, properties } = parcels.next().value!;
    const made = feature(number, geometry, properties, 1);
    yield { isNew: true, id: made.id, body: JSON.stringify(made) };
    // The sites of the last thousand writes may be under way.
    const earlier = number - 1000;
    if (earlier < 0) continue;
    const changed = feature(earlier, geometry, properties, 2);
    yield { isNew: false, id: changed.id, body: JSON.stringify(changed) };
  }
}

function feature(
  number: number,
  geometry: object,
  { area_m2 }: { readonly area_m2?: unknown },
  floors: number,
) {
  const properties = { number, name: `Site ${number}`, use: 'housing', area_m2, floors };
  return { type: 'Feature' as const, id: `site-${number}`, geometry, properties };
}
