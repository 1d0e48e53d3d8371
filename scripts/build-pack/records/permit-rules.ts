import { names } from '../names/names.ts';
import { type PackRecord, real, record } from '../record.ts';

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

export function permitRuleRecords(): PackRecord[] {
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
