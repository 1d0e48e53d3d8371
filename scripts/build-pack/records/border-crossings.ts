import { names } from '../names/names.ts';
import { districtAt } from '../outlines/district-at.ts';
import { approximate, type PackRecord, real, record } from '../record.ts';

const source =
  'names: abc.az 133056, today.az 232892, azernews 228294, menafn 1107563234, silkway.news 285177; position: general knowledge';

/** id, neighbour, mode, longitude, latitude, district, status, names. */
const table: readonly (readonly [string, string, string, number, number, string, string, string])[] = [
  ['samur', 'RU', 'road', 48.41, 41.64, 'gusar', 'operating', 'Samur | Samur | سامور | سامور'],
  ['khanoba', 'RU', 'road', 48.56, 41.77, 'khachmaz', 'operating', 'Xanoba | Khanoba | خان أوبا | خان‌اوبا'],
  [
    'red-bridge',
    'GE',
    'road',
    45.071,
    41.329,
    'gazakh',
    'operating',
    'Qırmızı Körpü | Red Bridge | الجسر الأحمر | پل سرخ',
  ],
  [
    'mazimchay',
    'GE',
    'road',
    46.32,
    41.79,
    'balakan',
    'operating',
    'Mazımçay | Mazimchay | مازيمتشاي | مازیم‌چای',
  ],
  [
    'boyuk-kesik',
    'GE',
    'rail',
    45.2,
    41.3,
    'aghstafa',
    'operating',
    'Böyük Kəsik | Boyuk Kesik | بويوك كسيك | بویوک کسیک',
  ],
  ['astara', 'IR', 'road', 48.87, 38.43, 'astara', 'operating', 'Astara | Astara | أستارا | آستارا'],
  [
    'bilasuvar',
    'IR',
    'road',
    48.35,
    39.38,
    'bilasuvar',
    'operating',
    'Biləsuvar | Bilasuvar | بيله سوار | بیله‌سوار',
  ],
  ['julfa', 'IR', 'road', 45.63, 38.955, 'julfa', 'operating', 'Culfa | Julfa | جلفا | جلفا'],
  [
    'aghband-kalala',
    'IR',
    'road-bridge',
    46.52,
    38.87,
    'zangilan',
    'unknown',
    'Ağbənd–Kalala | Aghband–Kalala | أغبند–كلاله | آغ‌بند–کلاله',
  ],
  ['sadarak', 'TR', 'road', 44.8, 39.65, 'sadarak', 'operating', 'Sədərək | Sadarak | صدرك | صدرک'],
];

export function borderCrossingRecords(): PackRecord[] {
  return table.map(([id, neighbour, mode, lon, lat, district, status, line]) =>
    record(
      id,
      { type: 'Point', coordinates: [lon, lat] },
      {
        name: names(line),
        neighbour,
        mode,
        district: districtAt([lon, lat]) ?? district,
        status,
        position_error_km: 5,
        note:
          id === 'aghband-kalala'
            ? 'the bridge was complete in February 2026; whether the crossing is open was not found'
            : undefined,
      },
      approximate(id === 'aghband-kalala' ? `report.az (23 February 2026); ${source}` : source),
    ),
  );
}

/** Lorries that waited on 9 December 2023. */
const queues = { 'red-bridge': 1350, astara: 181, mazimchay: 171, bilasuvar: 140, samur: 60, khanoba: 3 };

export function crossingQueueRecords(): PackRecord[] {
  return Object.entries(queues).map(([crossing, lorries]) =>
    record(
      `${crossing}-2023-12-09`,
      null,
      { crossing, counted: '2023-12-09', lorries },
      real('menafn 1107563234'),
    ),
  );
}
