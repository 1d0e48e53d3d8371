import type { Feature, Point, Polygon } from 'geojson';
import type { BuildingProperties } from './buildings.ts';
import type { Lot } from './lots.ts';
import { lotCode } from './parcels.ts';

export interface AddressProperties {
  readonly address_code: string;
  /** Number of the street, from 0; whoever uses this gives it a name. */
  readonly street_number: number;
  readonly house_number: string;
  readonly parcel: string;
  readonly building?: string;
}

/** The address of a lot: one point just inside its front, between its sides. */
export function addressOf(
  lot: Lot,
  prefix: string,
  building?: Feature<Polygon, BuildingProperties>,
): Feature<Point, AddressProperties> {
  const code = lotCode(lot, prefix);
  const [west, south, east, north] = lot.inner;
  const y = lot.side === 0 ? south - 1.5 : north + 1.5;
  return {
    type: 'Feature',
    id: code.toLowerCase(),
    geometry: { type: 'Point', coordinates: lot.frame.place([(west + east) / 2, y]) },
    properties: {
      address_code: code,
      street_number: lot.street,
      house_number: String(lot.houseNumber),
      parcel: code.toLowerCase(),
      ...(building ? { building: String(building.id) } : {}),
    },
  };
}
