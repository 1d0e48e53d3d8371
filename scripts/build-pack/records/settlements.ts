import { addressOf } from '../../../src/kernel/generate/addresses.ts';
import { buildingsOf } from '../../../src/kernel/generate/buildings.ts';
import { generateLots, type Lot, type SettlementOptions } from '../../../src/kernel/generate/lots.ts';
import { parcelOf } from '../../../src/kernel/generate/parcels.ts';
import { streetNames } from '../names/streets.ts';
import { type PackRecord, record, synthetic } from '../record.ts';
import { placeRecords } from './places.ts';

interface Settlement extends SettlementOptions {
  readonly prefix: string;
  readonly place: string;
}

/** One quarter of a town and one village; they lie near the places they borrow their names from and are not them. */
const settlements: readonly Settlement[] = [
  {
    prefix: 'GYC',
    place: 'goychay',
    seed: 42,
    count: 1400,
    origin: [47.752, 40.66],
    kind: 'town',
    turnDeg: 12,
  },
  {
    prefix: 'DND',
    place: 'dondar-gushchu',
    seed: 7,
    count: 480,
    origin: [45.622, 40.957],
    kind: 'village',
    turnDeg: -18,
  },
];

export interface SettlementRecords {
  readonly parcels: PackRecord[];
  readonly buildings: PackRecord[];
  readonly addresses: PackRecord[];
}

/** Parcels, buildings and addresses of both settlements. */
export function settlementRecords(): SettlementRecords {
  const made: SettlementRecords = { parcels: [], buildings: [], addresses: [] };
  for (const settlement of settlements) settle(settlement, made);
  return made;
}

function settle(settlement: Settlement, { parcels, buildings, addresses }: SettlementRecords): void {
  const { prefix, place, seed } = settlement;
  const home = placeRecords().find(({ id }) => id === place)!;
  const placeName = (home.properties.name as { az: string }).az;
  const district = home.properties.district;
  for (const lot of generateLots(settlement)) {
    const parcel = parcelOf(lot, prefix);
    parcels.push(
      record(
        String(parcel.id),
        parcel.geometry,
        { ...parcel.properties, place, district, holder: holderOf(lot) },
        synthetic(seed),
      ),
    );
    const built = buildingsOf(lot, prefix);
    for (const { id, geometry, properties } of built)
      buildings.push(record(String(id), geometry, { ...properties, place }, synthetic(seed)));
    if (!built[0]) continue;
    const address = addressOf(lot, prefix, built[0]);
    const { street_number, ...rest } = address.properties;
    const street = streetNames[street_number % streetNames.length]!;
    const label_text = `${street.az} ${rest.house_number}, ${placeName}`;
    const properties = { ...rest, label_text, street, place, assigned: parcel.properties.registered };
    addresses.push(record(String(address.id), address.geometry, properties, synthetic(seed)));
  }
}

/** A made-up holder, so that there is something for the secrecy of the field to keep. */
function holderOf({ block, number, use }: Lot): string {
  return use === 'green' || use === 'public'
    ? 'Demonstration municipality'
    : `Demonstration holder ${block * 8 + number}`;
}
