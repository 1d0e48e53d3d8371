import type { MultiPolygon } from 'geojson';
import { names } from '../names/names.ts';
import { circle } from '../outlines/circle.ts';
import { districtOutlines } from '../outlines/districts.ts';
import { union } from '../outlines/geos.ts';
import { tidy } from '../outlines/shape.ts';
import { approximate, type PackRecord, real, record, synthetic } from '../record.ts';
import { positionOf } from './places.ts';

const act2020 = 'act of the Cabinet of Ministers; its number is not held here';
const periods = 'e-gov.az 731, 759; qadin.net 104575';
const note = 'the entire country; the outline is indicative';

export function permitZoneRecords(): PackRecord[] {
  const country = areaOf([...districtOutlines.keys()]);
  const five = areaOf(['baku', 'sumgayit', 'ganja', 'lankaran', 'lankaran-district', 'absheron']);
  return [
    zone2020(
      'sms-spring-2020',
      'SMS icazəsi, yaz 2020 | SMS permit, spring 2020 | تصريح SMS، ربيع 2020 | مجوز پیامکی، بهار ۲۰۲۰',
      country,
      '2020-04-05',
      '2020-05-04',
      note,
    ),
    record(
      'sms-five-areas-2020',
      five,
      {
        name: names(
          'SMS icazəsi, beş ərazi, may 2020 | SMS permit, five areas, May 2020 | تصريح SMS، خمس مناطق، مايو 2020 | مجوز پیامکی، پنج منطقه، مهٔ ۲۰۲۰',
        ),
        kind: 'movement',
        is_emergency: true,
        legal_act: act2020,
        starts: '2020-05-04',
        ends: '2020-05-18',
        note: 'which five areas these were is general knowledge',
      },
      approximate(`dates: ${periods}; areas: general knowledge`),
    ),
    zone2020(
      'sms-winter-2020',
      'SMS icazəsi, qış 2020–2021 | SMS permit, winter 2020–2021 | تصريح SMS، شتاء 2020–2021 | مجوز پیامکی، زمستان ۲۰۲۰–۲۰۲۱',
      country,
      '2020-12-14',
      '2021-01-18',
      `${note}; villages were left out, which the outline does not show`,
    ),
    ...demonstration(),
  ];
}

function zone2020(
  id: string,
  line: string,
  area: MultiPolygon,
  starts: string,
  ends: string,
  text: string,
): PackRecord {
  const properties = {
    name: names(line),
    kind: 'movement',
    is_emergency: true,
    legal_act: act2020,
    starts,
    ends,
    note: text,
  };
  return record(id, area, properties, real(periods));
}

/** Zones that no authority declared, to try permits on: id, kind, place, radius in metres, dates, names. */
const invented: readonly (readonly [string, string, string, number, string, string | undefined, string])[] = [
  [
    'demo-drone-sumgayit',
    'drone',
    'sumgayit',
    4000,
    '2025-01-01',
    undefined,
    'Nümunə: uçuş zonası, Sumqayıt | Demonstration: drone zone, Sumgayit | عرض: منطقة طيران مسيّر، سومقاييت | نمونه: منطقهٔ پرواز پهپاد، سومقاییت',
  ],
  [
    'demo-drone-sheki',
    'drone',
    'sheki',
    3000,
    '2025-03-01',
    undefined,
    'Nümunə: uçuş zonası, Şəki | Demonstration: drone zone, Sheki | عرض: منطقة طيران مسيّر، شكي | نمونه: منطقهٔ پرواز پهپاد، شکی',
  ],
  [
    'demo-old-town-sheki',
    'construction',
    'sheki',
    900,
    '2024-06-01',
    undefined,
    'Nümunə: tarixi mərkəzdə tikinti, Şəki | Demonstration: building in the old town, Sheki | عرض: البناء في المدينة القديمة، شكي | نمونه: ساخت‌وساز در شهر کهن، شکی',
  ],
  [
    'demo-construction-guba',
    'construction',
    'guba',
    2500,
    '2024-01-01',
    undefined,
    'Nümunə: tikinti məhdudiyyəti, Quba | Demonstration: building restriction, Guba | عرض: قيود البناء، قوبا | نمونه: محدودیت ساخت‌وساز، قوبا',
  ],
  [
    'demo-festival-gabala',
    'event',
    'gabala',
    1500,
    '2026-08-01',
    '2026-08-11',
    'Nümunə: festival, Qəbələ | Demonstration: festival, Gabala | عرض: مهرجان، قبالا | نمونه: جشنواره، قبله',
  ],
  [
    'demo-event-ganja',
    'event',
    'ganja',
    1200,
    '2026-05-20',
    '2026-05-29',
    'Nümunə: tədbir, Gəncə | Demonstration: event, Ganja | عرض: فعالية، كنجة | نمونه: رویداد، گنجه',
  ],
  [
    'demo-access-lerik',
    'nature',
    'lerik',
    6000,
    '2025-04-01',
    undefined,
    'Nümunə: meşəyə giriş, Lerik | Demonstration: access to the forest, Lerik | عرض: دخول الغابة، ليريك | نمونه: ورود به جنگل، لریک',
  ],
  [
    'demo-access-ismayilli',
    'nature',
    'ismayilli',
    5000,
    '2025-04-01',
    undefined,
    'Nümunə: təbiətə giriş, İsmayıllı | Demonstration: access to nature, Ismayilli | عرض: دخول الطبيعة، إسماعيلي | نمونه: ورود به طبیعت، اسماعیللی',
  ],
];

function demonstration(): PackRecord[] {
  return invented.map(([id, kind, place, radiusM, starts, ends, line]) =>
    record(
      id,
      circle(positionOf(place), radiusM),
      { name: names(line), kind, is_emergency: false, starts, ends, note: 'made up for demonstration' },
      synthetic(1),
    ),
  );
}

function areaOf(ids: readonly string[]): MultiPolygon {
  return tidy(union(ids.map((id) => districtOutlines.get(id)!)), 3);
}
