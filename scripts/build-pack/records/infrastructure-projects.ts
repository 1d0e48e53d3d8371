import type { Geometry } from 'geojson';
import { seededRandom } from '../../../src/kernel/generate/random.ts';
import { names, withWords } from '../names/names.ts';
import { placeNames } from '../names/places.ts';
import { type PackRecord, type Provenance, real, record, synthetic } from '../record.ts';
import { placeRecords, positionOf } from './places.ts';

const seed = 2027;

/** id, kind, place of the point, what else is known, provenance, names. */
const published: readonly (readonly [
  string,
  string,
  string | undefined,
  Record<string, unknown>,
  Provenance,
  string,
])[] = [
  [
    'data-centre-hajigabul',
    'data-centre',
    'hajigabul',
    { status: 'under-construction', due: '2027-12-31', date_precision: 'year' },
    real('trend.az 4101575'),
    'Hacıqabul məlumat mərkəzi | Hajigabul data centre | مركز بيانات حاجي قابول | مرکز دادهٔ حاجی‌قابول',
  ],
  [
    'data-centre-absheron',
    'data-centre',
    'khirdalan',
    { status: 'under-construction', due: '2027-12-31', date_precision: 'year' },
    real('trend.az 4101575'),
    'Abşeron məlumat mərkəzi | Absheron data centre | مركز بيانات أبشرون | مرکز دادهٔ آبشرون',
  ],
  [
    'eib-data-centres',
    'data-centre',
    undefined,
    {
      status: 'unknown',
      cost: 43_000_000,
      currency: 'EUR',
      note: 'credit of the European Investment Bank for two centres; which two is not stated here',
    },
    real('dig.watch'),
    'İki məlumat mərkəzi, AİB krediti | Two data centres, EIB credit | مركزا بيانات بقرض من بنك الاستثمار الأوروبي | دو مرکز داده با وام بانک سرمایه‌گذاری اروپا',
  ],
  [
    'trans-caspian-cable',
    'data-corridor',
    undefined,
    {
      status: 'under-construction',
      due: '2026-12-31',
      date_precision: 'year',
      note: '380 km, up to 400 Tbps',
    },
    real('trend.az 4077608'),
    'Transxəzər fiber-optik kabeli | Trans-Caspian fibre-optic cable | كابل الألياف عبر قزوين | کابل فیبر نوری ترانس‌خزر',
  ],
  [
    'aghband-bridge',
    'crossing',
    undefined,
    {
      status: 'operating',
      completed: '2026-02-23',
      date_precision: 'month',
      district: 'zangilan',
      note: 'reported complete on 23 February 2026; whether it is open to traffic was not found',
    },
    real('report.az (23 February 2026)'),
    'Ağbənd–Kalala körpüsü | Aghband–Kalala bridge | جسر أغبند–كلاله | پل آغ‌بند–کلاله',
  ],
  [
    'tripp',
    'transport',
    undefined,
    { status: 'planned', note: '42 km, with fibre; route not drawn here' },
    real('day.az 1801289'),
    'TRIPP marşrutu | TRIPP route | مسار TRIPP | مسیر TRIPP',
  ],
  [
    'azersky-2',
    'satellite',
    undefined,
    {
      status: 'under-construction',
      cost: 120_000_000,
      currency: 'USD',
      owner: 'azercosmos',
      note: 'reported price; launches announced for 2026 and 2028',
    },
    real('globes 1001459210; menafn 1107186572; trend.az 4106631'),
    'Azersky-2 peykləri | Azersky-2 satellites | أقمار آذرسكاي-2 | ماهواره‌های آذراسکای-۲',
  ],
];

const kinds = [
  ['transport', 'yol', 'road', 'طريق', 'جاده'],
  ['water', 'su təchizatı', 'water supply', 'إمداد المياه', 'آب‌رسانی'],
  ['energy', 'yarımstansiya', 'substation', 'محطة فرعية', 'پست برق'],
  ['social', 'məktəb', 'school', 'مدرسة', 'مدرسه'],
  ['social', 'xəstəxana', 'hospital', 'مستشفى', 'بیمارستان'],
] as const;

export function infrastructureProjectRecords(): PackRecord[] {
  const known = published.map(([id, kind, place, rest, provenance, line]) => {
    const geometry: Geometry | null = place ? { type: 'Point', coordinates: positionOf(place) } : null;
    return record(
      id,
      geometry,
      { name: names(line), kind, district: place && districtOf(place), ...rest },
      provenance,
    );
  });
  return [...known, ...invented()];
}

/** Sixty made-up works, a third of them in and around the capital, so that regional balance can be computed. */
function* invented(): Iterable<PackRecord> {
  const random = seededRandom(seed);
  const centres = placeNames.filter(({ kind }) => kind !== 'village' && kind !== 'town');
  const capital = placeNames.filter(({ id }) => districtOf(id) === 'baku' || districtOf(id) === 'absheron');
  for (let number = 1; number <= 60; number++) {
    const place = random.pick(number % 3 === 0 ? capital : centres);
    const [kind, az, en, ar, fa] = random.pick(kinds);
    const [lon, lat] = positionOf(place.id);
    const at = (value: number, spread: number): number =>
      Math.round((value + random.between(-spread, spread)) * 1e4) / 1e4;
    const started = random.integer(2018, 2025);
    const done = started < 2023 && random.next() < 0.7;
    yield record(
      `demo-project-${String(number).padStart(2, '0')}`,
      { type: 'Point', coordinates: [at(lon!, 0.03), at(lat!, 0.02)] },
      {
        name: withWords(place.names, {
          az: (n) => `Nümunə: ${az}, ${n} (${number})`,
          en: (n) => `Demonstration: ${en}, ${n} (${number})`,
          ar: (n) => `عرض: ${ar}، ${n} (${number})`,
          fa: (n) => `نمونه: ${fa}، ${n} (${number})`,
        }),
        kind,
        district: districtOf(place.id),
        status: done ? 'operating' : 'under-construction',
        cost: random.integer(4, 160) * 500_000,
        currency: 'AZN',
        started: `${started}-01-01`,
        due: `${started + random.integer(2, 5)}-12-31`,
        completed: done ? `${started + 2}-06-30` : undefined,
        date_precision: 'year',
        note: 'made up for demonstration',
      },
      synthetic(seed),
    );
  }
}

function districtOf(place: string): string | undefined {
  return placeRecords().find(({ id }) => id === place)?.properties.district as string | undefined;
}
