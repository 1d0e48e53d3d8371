import type { Feature, Polygon } from 'geojson';
import { generateLots, type Lot, type SettlementOptions } from './lots.ts';

export interface ParcelOptions extends SettlementOptions {
  /** Three capital letters in front of every number; `GEN` by default. */
  readonly prefix?: string;
}

export interface ParcelProperties {
  readonly cadastral_number: string;
  readonly land_use: Lot['use'];
  readonly right: 'private' | 'municipal' | 'state' | 'lease';
  readonly area_m2: number;
  readonly registered: string;
}

/** Made-up parcels for demonstrations and benches, as GeoJSON features that stream; see `generateLots`. */
export function* generateParcels(options: ParcelOptions): Iterable<Feature<Polygon, ParcelProperties>> {
  const prefix = options.prefix ?? 'GEN';
  for (const lot of generateLots(options)) yield parcelOf(lot, prefix);
}

/** The parcel of a lot. */
export function parcelOf(lot: Lot, prefix: string): Feature<Polygon, ParcelProperties> {
  const number = lotCode(lot, prefix);
  return {
    type: 'Feature',
    id: number.toLowerCase(),
    geometry: { type: 'Polygon', coordinates: [lot.ring as number[][]] },
    properties: {
      cadastral_number: number,
      land_use: lot.use,
      right: rightOf(lot),
      area_m2: lot.areaM2,
      registered: dateBetween(lot, 2014, 2025),
    },
  };
}

/** `GEN-00012-003`: prefix, block, lot. */
export function lotCode({ block, number }: Lot, prefix: string): string {
  return `${prefix}-${String(block).padStart(5, '0')}-${String(number).padStart(3, '0')}`;
}

/** A day in a year from `first` to `last`, as `YYYY-MM-DD`. */
export function dateBetween({ random }: Lot, first: number, last: number): string {
  const month = String(random.integer(1, 12)).padStart(2, '0');
  return `${random.integer(first, last)}-${month}-${String(random.integer(1, 28)).padStart(2, '0')}`;
}

function rightOf({ use, random }: Lot): ParcelProperties['right'] {
  if (use === 'public') return random.next() < 0.5 ? 'state' : 'municipal';
  if (use === 'green') return 'municipal';
  return random.next() < 0.92 ? 'private' : 'lease';
}
