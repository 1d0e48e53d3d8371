import type { ChangeOperation } from './change.ts';

/** Two made-up parcels of which the second lies over the first; dropped in when somebody asks for an example. */
export const exampleOperations: readonly ChangeOperation[] = [
  parcel('example-1', 'ZZZ-00001-001', [49.8501, 40.4101], [49.8513, 40.411]),
  parcel('example-2', 'ZZZ-00001-002', [49.8511, 40.4103], [49.8521, 40.411]),
];

function parcel(
  id: string,
  number: string,
  [west, south]: readonly [number, number],
  [east, north]: readonly [number, number],
): ChangeOperation {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    op: 'create',
    register: 'parcels',
    id,
    properties: {
      cadastral_number: number,
      land_use: 'residential',
      area_m2: 9000,
      registered: '2026-01-01',
      label: 'synthetic',
      source: 'Ufuq',
    },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

export const exampleText = JSON.stringify(exampleOperations, null, 2);
