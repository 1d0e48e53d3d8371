import { names } from '../names/names.ts';
import { type PackRecord, type Provenance, real, record } from '../record.ts';

/** id, kind, day, provenance, what it hangs on and what else is known, names. */
const table: readonly (readonly [string, string, string, Provenance, Record<string, unknown>, string])[] = [
  [
    'aghband-bridge-complete',
    'delivered',
    '2026-02-23',
    real('report.az (23 February 2026)'),
    { commitment: 'aghband-bridge', note: 'the day is that of the report' },
    'Körpünün hazır olduğu bildirilib | Bridge reported complete | أُبلغ عن اكتمال الجسر | تکمیل پل گزارش شد',
  ],
  [
    'epeg-segment-finished',
    'delivered',
    '2012-04-30',
    real('trend.az 2012560'),
    { commitment: 'epeg-segment', happened_precision: 'month', note: 'the day is not known' },
    'Azərbaycan seqmenti bitib | Azerbaijani segment finished | اكتمل المقطع الأذربيجاني | بخش آذربایجان تمام شد',
  ],
  [
    'frequency-iran-2016-replaced',
    'ended',
    '2025-10-18',
    real('mehrnews 6625572 (18 October 2025)'),
    { agreement: 'frequency-iran-2016', note: 'the day is that of the report' },
    'Yeni protokolla əvəz olunub | Replaced by a new protocol | حل محله بروتوكول جديد | با پروتکلی تازه جایگزین شد',
  ],
  [
    'itu-experts-visit-2022',
    'meeting-held',
    '2022-07-01',
    real('today.az 222586 (July 2022)'),
    { agreement: 'itu-experts-2022', happened_precision: 'month', note: 'the day is not known' },
    'BTİ ekspertlərinin səfəri | Visit of ITU experts | زيارة خبراء الاتحاد الدولي للاتصالات | بازدید کارشناسان ITU',
  ],
  [
    'azersky-2a-on-schedule',
    'progress',
    '2025-12-03',
    real('report.az (3 December 2025)'),
    { commitment: 'azersky-2a-2026', note: 'the day is that of the report' },
    'Qrafik üzrə getdiyi bildirilib | Said to be on schedule | قيل إنه في موعده | طبق برنامه اعلام شد',
  ],
];

export function promiseEventRecords(): PackRecord[] {
  return table.map(([id, kind, happened, provenance, rest, line]) =>
    record(id, null, { name: names(line), kind, happened, ...rest }, provenance),
  );
}
