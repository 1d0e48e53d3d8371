import type { Feature, Polygon } from 'geojson';
import { closed, corners, type Lot } from './lots.ts';
import { dateBetween, lotCode } from './parcels.ts';

export interface BuildingProperties {
  readonly building_code: string;
  readonly parcel: string;
  readonly use: 'house' | 'apartments' | 'shop' | 'public' | 'outbuilding';
  readonly storeys: number;
  readonly footprint_m2: number;
  readonly completed: string;
}

type Rectangle = Lot['inner'];

/** The buildings of a lot, each inside it and apart from the others; a green lot has none, some lots stand empty. */
export function buildingsOf(lot: Lot, prefix: string): Feature<Polygon, BuildingProperties>[] {
  const { use, random } = lot;
  if (use === 'green' || random.next() < 0.06) return [];
  const main = mainBuilding(lot);
  const built = [feature(lot, prefix, 1, main, mainUse(use), storeysOf(lot))];
  const behind = outbuilding(lot, main);
  if (behind) built.push(feature(lot, prefix, 2, behind, 'outbuilding', 1));
  return built;
}

function mainBuilding({ inner: [west, south, east, north], side, use, random }: Lot): Rectangle {
  const [room, depth] = [east - west, north - south];
  const large = use === 'apartment' || use === 'public' || use === 'commercial';
  const width = room * (large ? random.between(0.8, 0.98) : random.between(0.45, 0.75));
  const deep = Math.min(
    depth * (large ? random.between(0.5, 0.8) : 0.55),
    large ? 24 : random.between(8, 13),
  );
  const left = west + (room - width) * random.next();
  const back = large ? 0 : random.between(0, 2);
  const low = side === 0 ? south + back : north - back - deep;
  return [left, low, left + width, low + deep];
}

function outbuilding({ inner, side, use, random }: Lot, main: Rectangle): Rectangle | undefined {
  if ((use !== 'residential' && use !== 'farm') || random.next() > (use === 'farm' ? 0.9 : 0.35))
    return undefined;
  const room = side === 0 ? inner[3] - main[3] : main[1] - inner[1];
  const deep = random.between(3, 6);
  if (room < deep + 3) return undefined;
  const width = Math.min(inner[2] - inner[0], random.between(4, 9));
  const low = side === 0 ? inner[3] - deep : inner[1];
  return [inner[0], low, inner[0] + width, low + deep];
}

function mainUse(use: Lot['use']): BuildingProperties['use'] {
  if (use === 'apartment') return 'apartments';
  if (use === 'commercial') return 'shop';
  return use === 'public' ? 'public' : 'house';
}

function storeysOf({ use, random }: Lot): number {
  if (use === 'apartment') return random.pick([4, 5, 5, 9, 9, 12]);
  return use === 'residential' ? random.pick([1, 1, 2, 2, 3]) : random.integer(1, 2);
}

function feature(
  lot: Lot,
  prefix: string,
  index: number,
  rectangle: Rectangle,
  use: BuildingProperties['use'],
  storeys: number,
): Feature<Polygon, BuildingProperties> {
  const ring = closed(corners(rectangle).map(lot.frame.place));
  const code = lotCode(lot, prefix);
  return {
    type: 'Feature',
    id: `${code}-${index}`.toLowerCase(),
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: {
      building_code: `${code}-${index}`,
      parcel: code.toLowerCase(),
      use,
      storeys,
      footprint_m2: Math.round(lot.frame.area(ring) * 10) / 10,
      completed: dateBetween(lot, 1965, 2024),
    },
  };
}
