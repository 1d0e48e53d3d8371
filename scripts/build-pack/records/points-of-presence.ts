import type { Position } from 'geojson';
import { names } from '../names/names.ts';
import { placeNames } from '../names/places.ts';
import { approximate, derived, type PackRecord, type Provenance, record, synthetic } from '../record.ts';
import { sources } from '../sources.ts';
import { positionOf } from './places.ts';

/** Nodes of the demonstration backbone: place and kind. */
const nodes = `baku exchange; sumgayit node; hajigabul node; shirvan node; kurdamir node; yevlakh node; ganja node; mingachevir node;
 tovuz node; sheki node; gabala node; shamakhi node; guba node; khachmaz node; salyan node; bilasuvar node; lankaran node; astara border;
 barda node; imishli node; aghjabadi node; zagatala node; balakan border; gazakh node`;

/** Ends of published routes and of the demonstration backbone that are no places of the pack. */
const ends: readonly (readonly [string, string, string, Position, Provenance, string])[] = [
  [
    'aktau',
    'KZ',
    'landing',
    [51.17, 43.65],
    derived('trend.az 4077608; position of the city'),
    'Aktau | Aktau | أكتاو | آکتائو',
  ],
  [
    'turkmenbashi',
    'TM',
    'landing',
    [52.96, 40.02],
    derived('trend.az 3223998; position of the city'),
    'Türkmənbaşı | Turkmenbashi | تركمانباشي | ترکمن‌باشی',
  ],
  [
    'siyazan-landing',
    'AZ',
    'landing',
    [49.11, 41.08],
    approximate('trend.az 3223998; position of the town: general knowledge'),
    'Siyəzən | Siyazan | سيازان | سیازن',
  ],
  [
    'sumgayit-landing',
    'AZ',
    'landing',
    [49.66861, 40.58972],
    derived(`trend.az 4077608; position of the city: ${sources.geonames}`),
    'Sumqayıt, sualtı kabel | Sumgayit, cable landing | سومقاييت، محطة الإنزال | سومقاییت، محل فرود کابل',
  ],
  ['samur', 'AZ', 'border', [48.41, 41.64], synthetic(41), 'Samur | Samur | سامور | سامور'],
  [
    'red-bridge',
    'AZ',
    'border',
    [45.071, 41.329],
    synthetic(41),
    'Qırmızı Körpü | Red Bridge | الجسر الأحمر | پل سرخ',
  ],
];

export function pointOfPresenceRecords(): PackRecord[] {
  const inside = [...nodes.matchAll(/([a-z-]+) (exchange|node|border)/g)].map(([, place, kind]) => {
    const { names: name } = placeNames.find(({ id }) => id === place)!;
    const properties = { name, place, country: 'AZ', kind, note: 'node of the demonstration backbone' };
    return record(place!, { type: 'Point', coordinates: positionOf(place!) }, properties, synthetic(41));
  });
  const outside = ends.map(([id, country, kind, coordinates, provenance, line]) =>
    record(
      id,
      { type: 'Point', coordinates },
      { name: names(line), country, kind, note: 'at city level' },
      provenance,
    ),
  );
  return [...inside, ...outside];
}
