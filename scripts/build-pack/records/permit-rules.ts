import { names } from '../names/names.ts';
import { type PackRecord, real, record, synthetic } from '../record.ts';

const purposes = {
  '1': 'Tibbi ehtiyac | Medical need | حاجة طبية | نیاز پزشکی',
  '2': 'Zəruri ehtiyaclar | Necessities | احتياجات ضرورية | نیازهای ضروری',
  '3': 'Yaxın qohumun dəfni | Funeral of a close relative | جنازة قريب | خاک‌سپاری خویشاوند نزدیک',
} as const;

/** Purpose, minutes, per day, zone, from, to: the periods of the SMS service of 2020 and 2021. */
const table: readonly (readonly [keyof typeof purposes, number, string | undefined, string, string])[] = [
  ['1', 120, 'sms-spring-2020', '2020-04-05', '2020-04-27'],
  ['2', 120, 'sms-spring-2020', '2020-04-05', '2020-04-27'],
  ['3', 120, 'sms-spring-2020', '2020-04-05', '2020-04-27'],
  ['1', 180, 'sms-spring-2020', '2020-04-27', '2020-05-04'],
  ['2', 180, 'sms-spring-2020', '2020-04-27', '2020-05-04'],
  ['3', 180, 'sms-spring-2020', '2020-04-27', '2020-05-04'],
  ['1', 180, 'sms-five-areas-2020', '2020-05-04', '2020-05-18'],
  ['2', 180, 'sms-five-areas-2020', '2020-05-04', '2020-05-18'],
  ['1', 120, undefined, '2020-06-21', '2020-12-14'],
  ['2', 120, undefined, '2020-06-21', '2020-12-14'],
  ['1', 180, 'sms-winter-2020', '2020-12-14', '2021-01-18'],
  ['2', 180, 'sms-winter-2020', '2020-12-14', '2021-01-18'],
];

/** Rules for the demonstration zones: zone, minutes, per day, names. */
const invented: readonly (readonly [string, number, number | undefined, string])[] = [
  [
    'demo-drone-sumgayit',
    90,
    2,
    'Nümunə: pilotsuz uçuş | Demonstration: drone flight | عرض: طيران مسيّر | نمونه: پرواز پهپاد',
  ],
  [
    'demo-drone-sheki',
    60,
    1,
    'Nümunə: pilotsuz uçuş | Demonstration: drone flight | عرض: طيران مسيّر | نمونه: پرواز پهپاد',
  ],
  [
    'demo-old-town-sheki',
    525_600,
    undefined,
    'Nümunə: tarixi mərkəzdə tikinti | Demonstration: building in the old town | عرض: البناء في المدينة القديمة | نمونه: ساخت‌وساز در شهر کهن',
  ],
  [
    'demo-construction-guba',
    525_600,
    undefined,
    'Nümunə: tikinti | Demonstration: building | عرض: بناء | نمونه: ساخت‌وساز',
  ],
  [
    'demo-access-lerik',
    720,
    1,
    'Nümunə: meşəyə giriş | Demonstration: access to the forest | عرض: دخول الغابة | نمونه: ورود به جنگل',
  ],
  [
    'demo-access-ismayilli',
    720,
    1,
    'Nümunə: təbiətə giriş | Demonstration: access to nature | عرض: دخول الطبيعة | نمونه: ورود به طبیعت',
  ],
];

export function permitRuleRecords(): PackRecord[] {
  return [...published(), ...demonstration()];
}

function demonstration(): PackRecord[] {
  return invented.map(([zone, minutes, perDay, line]) =>
    record(
      `${zone}-rule`,
      null,
      {
        name: names(line),
        purpose_code: zone.split('-')[1],
        duration_min: minutes,
        per_day: perDay,
        zone,
        starts: '2025-04-01',
        note: 'made up for demonstration',
      },
      synthetic(1),
    ),
  );
}

function published(): PackRecord[] {
  return table.map(([purpose, minutes, zone, starts, ends]) =>
    record(
      `sms-${purpose}-${starts}`,
      null,
      {
        name: names(purposes[purpose]),
        purpose_code: purpose,
        duration_min: minutes,
        per_day: purpose === '2' ? 1 : undefined,
        zone,
        starts,
        ends,
        note: zone
          ? undefined
          : 'in areas that changed by decree during this time and are not held here; held to have ended when the next rule began',
      },
      real('e-gov.az 731, 759; qadin.net 104575; trend.az 3429491'),
    ),
  );
}
