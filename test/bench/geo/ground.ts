import type { Feature, Polygon, Position } from 'geojson';
import { generateParcels } from '../../../src/kernel/generate/parcels.ts';
import type { Bbox } from '../../../src/kernel/geo/bbox.ts';
import { bboxOf } from '../../../src/kernel/geo/bbox.ts';
import { encodeWkb } from '../../../src/kernel/geo/wkb.ts';

/** What every bench of geometry works on: the same parcels, their boxes and bytes, and one long shore. */
export const parcels = [
  ...generateParcels({ seed: 7, count: 20_000, origin: [47.5, 40.2] }),
] as readonly Feature<Polygon>[];

export const parcelBoxes: readonly Bbox[] = parcels.map(({ geometry }) => bboxOf(geometry)!);
export const parcelWkb: readonly Uint8Array<ArrayBuffer>[] = parcels.map(({ geometry }) =>
  encodeWkb(geometry),
);

/** Box around all parcels. */
export const area: Bbox = [
  Math.min(...parcelBoxes.map(([west]) => west)),
  Math.min(...parcelBoxes.map(([, south]) => south)),
  Math.max(...parcelBoxes.map(([, , east]) => east)),
  Math.max(...parcelBoxes.map(([, , , north]) => north)),
];

/** A jagged line of 100,000 positions, `[x, y, …]`. */
export const shore = Float64Array.from({ length: 200_000 }, (_, i) =>
  i % 2 === 0 ? i / 100 : Math.sin((i - 1) / 500) * 40 + Math.sin((i - 1) / 7),
);

/** Islands whose rings have 1,000 corners, one in each cell of a square of 10 by 10. */
export const islands: readonly Polygon[] = Array.from({ length: 100 }, (_, n) => {
  const ring: Position[] = Array.from({ length: 1000 }, (_, i) => {
    const angle = (i / 1000) * 2 * Math.PI;
    const radius = 0.4 + 0.05 * Math.sin(angle * 23 + n);
    return [(n % 10) + 0.5 + radius * Math.cos(angle), Math.floor(n / 10) + 0.5 + radius * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
});

/** Boxes inside an area, the same each time; `share` is the length of a side by that of the area's. */
export function boxesWithin([west, south, east, north]: Bbox, count: number, share: number): Bbox[] {
  let state = 11;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, () => {
    const x = west + random() * (east - west) * (1 - share);
    const y = south + random() * (north - south) * (1 - share);
    return [x, y, x + (east - west) * share, y + (north - south) * share];
  });
}
