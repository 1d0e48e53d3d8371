import { names } from '../names/names.ts';
import { derived, type PackRecord, type Provenance, real, record } from '../record.ts';

const iran = 'mehrnews 6625572 (18 October 2025)';
const launches = 'trend.az 4106631; report.az (3 December 2025)';

/** id, agreement, who promised, provenance, what is known, names. */
const table: readonly (readonly [
  string,
  string | undefined,
  string | undefined,
  Provenance,
  Record<string, unknown>,
  string,
])[] = [
  [
    'iran-remove-interference',
    'frequency-iran-2025',
    undefined,
    derived(`${iran}; three months from the day of the report`),
    {
      state: 'unknown',
      due: '2026-01-18',
      due_precision: 'month',
      note: 'three months were agreed; the day from which they run is not stated',
    },
    'Maneə və sızmanın üç ayda aradan qaldırılması | Interference and spill removed within three months | إزالة التداخل والتسرب خلال ثلاثة أشهر | رفع تداخل و سرریز در سه ماه',
  ],
  [
    'iran-drive-tests',
    'frequency-iran-2025',
    undefined,
    real(iran),
    { state: 'unknown', note: 'no due date published' },
    'Sərhəddə ölçmə gedişləri | Drive tests at the border | اختبارات القياس على الحدود | آزمون‌های پیمایشی در مرز',
  ],
  [
    'georgia-adjust-mobile',
    'monitoring-georgia',
    undefined,
    real('mincom.gov.az'),
    { state: 'unknown', note: 'no due date published' },
    'Mobil şəbəkələrin sazlanması | Mobile networks adjusted | ضبط شبكات الهاتف المحمول | تنظیم شبکه‌های همراه',
  ],
  [
    'hajigabul-2027',
    undefined,
    undefined,
    real('trend.az 4101575'),
    { state: 'open', due: '2027-12-31', due_precision: 'year' },
    'Hacıqabul məlumat mərkəzi 2027-ci ildə | Hajigabul data centre by 2027 | مركز بيانات حاجي قابول بحلول 2027 | مرکز دادهٔ حاجی‌قابول تا ۲۰۲۷',
  ],
  [
    'absheron-2027',
    undefined,
    undefined,
    real('trend.az 4101575'),
    { state: 'open', due: '2027-12-31', due_precision: 'year' },
    'Abşeron məlumat mərkəzi 2027-ci ildə | Absheron data centre by 2027 | مركز بيانات أبشرون بحلول 2027 | مرکز دادهٔ آبشرون تا ۲۰۲۷',
  ],
  [
    'trans-caspian-2026',
    'trans-caspian',
    undefined,
    real('trend.az 4077608'),
    { state: 'open', due: '2026-12-31', due_precision: 'year' },
    'Transxəzər kabeli 2026-cı ilin sonunda | Trans-Caspian cable by the end of 2026 | الكابل عبر قزوين بنهاية 2026 | کابل ترانس‌خزر تا پایان ۲۰۲۶',
  ],
  [
    'azersky-2a-2026',
    'azersky-2-contract',
    'azercosmos',
    real(launches),
    {
      state: 'open',
      due: '2026-12-31',
      due_precision: 'year',
      note: 'said to be on schedule in December 2025; the launch is not confirmed',
    },
    'Azersky-2, birinci buraxılış 2026 | Azersky-2, first launch in 2026 | آذرسكاي-2، الإطلاق الأول 2026 | آذراسکای-۲، پرتاب نخست ۲۰۲۶',
  ],
  [
    'azersky-2b-2028',
    'azersky-2-contract',
    'azercosmos',
    real(launches),
    { state: 'open', due: '2028-12-31', due_precision: 'year' },
    'Azersky-2, ikinci buraxılış 2028 | Azersky-2, second launch in 2028 | آذرسكاي-2، الإطلاق الثاني 2028 | آذراسکای-۲، پرتاب دوم ۲۰۲۸',
  ],
  [
    'aghband-bridge',
    undefined,
    undefined,
    real('report.az (23 February 2026)'),
    {
      state: 'kept',
      fulfilled: '2026-02-23',
      evidence_text: 'report.az of 23 February 2026 reports the bridge complete',
      note: 'the day is that of the report; no due date is held here',
    },
    'Ağbənd–Kalala körpüsünün tikintisi | Bridge at Aghband–Kalala built | بناء جسر أغبند–كلاله | ساخت پل آغ‌بند–کلاله',
  ],
  [
    'shusha-asan',
    undefined,
    'asan',
    real('trend.az 3603220 (2022)'),
    { state: 'unknown', note: 'planned in 2022; no date, and the present state was not found' },
    'Şuşada "ASAN xidmət" mərkəzi | ASAN service centre in Shusha | مركز آسان في شوشا | مرکز آسان در شوشا',
  ],
  [
    'g-cloud-transition',
    'government-cloud-decree',
    'azintelecom',
    real('azintelecom.az, government cloud; e-qanun 46243'),
    { state: 'unknown', note: 'plan of transition of 2020; how far it went was not found' },
    'Sistemlərin hökumət buluduna keçidi | Systems moved to the government cloud | نقل الأنظمة إلى السحابة الحكومية | انتقال سامانه‌ها به ابر دولتی',
  ],
  [
    'epeg-segment',
    'epeg',
    'epeg',
    real('trend.az 2012560; regionplus 5582'),
    {
      state: 'kept',
      fulfilled: '2012-04-30',
      evidence_text: 'trend.az 2012560: the Azerbaijani segment was finished in April 2012',
      note: 'the day is not known',
    },
    'EPEG, Azərbaycan seqmenti | EPEG, Azerbaijani segment | EPEG، المقطع الأذربيجاني | EPEG، بخش آذربایجان',
  ],
  [
    'nakhchivan-link',
    'mutual-transit-2026',
    'azertelecom',
    real('armenpress 1253798; bizfortune'),
    { state: 'unknown', note: 'no due date published' },
    'Naxçıvana 100 Gbit/s əlaqə | Link of 100 Gbps to Nakhchivan | وصلة 100 غيغابت/ث إلى نخجوان | اتصال ۱۰۰ گیگابیت به نخجوان',
  ],
  [
    'crossings-six',
    'crossings-georgia',
    undefined,
    real('abc.az 133056; today.az 232892; azernews 228294'),
    { state: 'unknown', note: 'six points agreed; which of them work is not established here' },
    'Altı keçid məntəqəsinin işləməsi | Six crossing points in operation | تشغيل ست نقاط عبور | راه‌اندازی شش نقطهٔ گذر',
  ],
  [
    'land-monitoring',
    undefined,
    undefined,
    real('azernews 131812 (plan of 2018)'),
    { state: 'unknown', note: 'the whole country at 10 m every five days; present state not found' },
    'Torpaqların beş gündən bir peyk müşahidəsi | Land observed from space every five days | رصد الأراضي كل خمسة أيام | پایش زمین هر پنج روز',
  ],
];

export function commitmentRecords(): PackRecord[] {
  return table.map(([id, agreement, obligor, provenance, rest, line]) =>
    record(id, null, { name: names(line), agreement, obligor, ...rest }, provenance),
  );
}
