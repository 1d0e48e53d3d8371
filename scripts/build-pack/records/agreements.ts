import { names } from '../names/names.ts';
import { approximate, type PackRecord, type Provenance, real, record } from '../record.ts';
import { sources } from '../sources.ts';

/** id, kind, provenance, what is known, names, subject. */
const table: readonly (readonly [string, string, Provenance, Record<string, unknown>, string, string])[] = [
  [
    'frequency-iran-2016',
    'agreement',
    real('mehrnews 6625572 (18 October 2025)'),
    {
      parties: ['government-azerbaijan', 'government-iran'],
      signed: '2016-01-01',
      signed_precision: 'year',
      ended: '2025-10-18',
      note: 'known only as what the protocol of 2025 replaces; the end is the day on which that was reported',
    },
    'Tezlik sənədi, Azərbaycan–İran, 2016 | Frequency arrangement, Azerbaijan–Iran, 2016 | ترتيب الترددات، أذربيجان–إيران، 2016 | ترتیبات فرکانس، آذربایجان–ایران، ۲۰۱۶',
    frequency(),
  ],
  [
    'frequency-iran-2025',
    'protocol',
    real('mehrnews 6625572 (18 October 2025)'),
    {
      parties: ['government-azerbaijan', 'government-iran'],
      reported: '2025-10-18',
      replaces: 'frequency-iran-2016',
      note: 'drive tests; three months to remove interference and spill; frequency division for some technologies, signal level at the border for others; operators take part; day of signature unknown',
    },
    'Tezlik protokolu, Azərbaycan–İran | Frequency protocol, Azerbaijan–Iran | بروتوكول الترددات، أذربيجان–إيران | پروتکل فرکانس، آذربایجان–ایران',
    frequency(),
  ],
  [
    'monitoring-georgia',
    'meeting',
    real('mincom.gov.az'),
    {
      parties: ['government-azerbaijan', 'government-georgia'],
      note: 'joint monitoring from 23 to 28 September and a meeting in Ganja, the year is not stated here; broadcasting found clean, mobile networks to be adjusted; FM and DAB+ discussed',
    },
    'Birgə radiomonitorinq, Azərbaycan–Gürcüstan | Joint radio monitoring, Azerbaijan–Georgia | رصد راديوي مشترك، أذربيجان–جورجيا | پایش رادیویی مشترک، آذربایجان–گرجستان',
    frequency(),
  ],
  [
    'itu-experts-2022',
    'meeting',
    real('today.az 222586 (July 2022)'),
    {
      parties: ['itu'],
      signed: '2022-07-01',
      signed_precision: 'month',
      note: 'visit of experts',
    },
    'BTİ ekspertləri, iyul 2022 | ITU experts, July 2022 | خبراء الاتحاد الدولي للاتصالات، يوليو 2022 | کارشناسان ITU، ژوئیهٔ ۲۰۲۲',
    frequency(),
  ],
  [
    'crossings-georgia',
    'agreement',
    real('abc.az 133056; today.az 232892; azernews 228294'),
    {
      parties: ['government-azerbaijan', 'government-georgia'],
      note: 'six crossing points agreed; date of signature unknown here',
    },
    'Sərhəd-keçid məntəqələri, Azərbaycan–Gürcüstan | Border crossing points, Azerbaijan–Georgia | نقاط العبور، أذربيجان–جورجيا | نقاط گذر مرزی، آذربایجان–گرجستان',
    'Altı keçid məntəqəsi | Six crossing points | ست نقاط عبور | شش نقطهٔ گذر',
  ],
  [
    'aras-memorandum-2022',
    'memorandum',
    real('agenzianova 3832875'),
    {
      signed: '2022-01-01',
      signed_precision: 'year',
      note: 'includes communications; parties are not held here',
    },
    'Araz marşrutu memorandumu | Aras route memorandum | مذكرة مسار أراس | یادداشت تفاهم مسیر ارس',
    'Nəqliyyat və rabitə | Transport and communications | النقل والاتصالات | حمل‌ونقل و ارتباطات',
  ],
  [
    'tripp',
    'announcement',
    real('day.az 1801289'),
    { note: '42 km with fibre, planned; parties and date are not held here' },
    'TRIPP | TRIPP | TRIPP | TRIPP',
    'Nəqliyyat və lif | Transport and fibre | النقل والألياف | حمل‌ونقل و فیبر',
  ],
  [
    'mutual-transit-2026',
    'contract',
    real('armenpress 1253798; bizfortune'),
    {
      parties: ['azertelecom', 'telecom-armenia'],
      reported: '2026-06-01',
      signed_precision: 'month',
      note: 'reported in June 2026, the day is not known here; 100 Gbps, link to Nakhchivan',
    },
    'Qarşılıqlı tranzit, AzerTelecom–Telecom Armenia | Mutual transit, AzerTelecom–Telecom Armenia | العبور المتبادل، آذرتيليكوم–تيليكوم أرمينيا | ترانزیت متقابل، آذرتلکام–تلکام ارمنستان',
    'Data trafikinin tranziti | Transit of data traffic | عبور حركة البيانات | ترانزیت ترافیک داده',
  ],
  [
    'trans-caspian',
    'agreement',
    real('trend.az 4077608'),
    { note: 'cable Sumgayit–Aktau, 380 km, up to 400 Tbps; parties and date of signature are not held here' },
    'Transxəzər kabeli | Trans-Caspian cable | الكابل عبر قزوين | کابل ترانس‌خزر',
    'Sualtı kabel | Subsea cable | كابل بحري | کابل زیردریایی',
  ],
  [
    'epeg',
    'agreement',
    real('trend.az 2012560; regionplus 5582'),
    { parties: ['epeg'], note: 'Oman–Iran–Azerbaijan–Russia–Frankfurt; date of signature unknown here' },
    'EPEG dəhlizi | EPEG corridor | ممر EPEG | دالان EPEG',
    'Beynəlxalq lif dəhlizi | International fibre corridor | ممر ألياف دولي | دالان بین‌المللی فیبر',
  ],
  [
    'azersky-2-contract',
    'contract',
    real('globes 1001459210; menafn 1107186572'),
    {
      parties: ['azercosmos', 'iai'],
      amount: 120_000_000,
      currency: 'USD',
      note: 'the amount is as reported; date of signature unknown here',
    },
    'Azersky-2 müqaviləsi | Azersky-2 contract | عقد آذرسكاي-2 | قرارداد آذراسکای-۲',
    'İki müşahidə peyki | Two observation satellites | قمران للرصد | دو ماهوارهٔ دیده‌بانی',
  ],
  [
    'azersky-2-launch',
    'contract',
    real('trend.az 4106631; report.az (3 December 2025)'),
    { parties: ['azercosmos', 'spacex'], note: 'SpaceX chosen to launch; terms unknown' },
    'Azersky-2 buraxılışı | Azersky-2 launch | إطلاق آذرسكاي-2 | پرتاب آذراسکای-۲',
    'Peykin orbitə çıxarılması | Launch services | خدمات الإطلاق | خدمات پرتاب',
  ],
  [
    'eib-credit',
    'loan',
    real('dig.watch'),
    {
      parties: ['eib'],
      amount: 43_000_000,
      currency: 'EUR',
      note: 'for two data centres; borrower and date are not held here',
    },
    'AİB krediti | EIB credit | قرض بنك الاستثمار الأوروبي | وام بانک سرمایه‌گذاری اروپا',
    'İki məlumat mərkəzi | Two data centres | مركزا بيانات | دو مرکز داده',
  ],
  [
    'gnss-project',
    'agreement',
    real('geospatialworld (undated page)'),
    { parties: ['aerogeodetic-centre', 'world-bank'], note: '37 reference stations; date unknown' },
    'GNSS stansiyaları layihəsi | GNSS stations project | مشروع محطات GNSS | پروژهٔ ایستگاه‌های GNSS',
    'Baza stansiyaları | Reference stations | محطات مرجعية | ایستگاه‌های مرجع',
  ],
  [
    'government-cloud-decree',
    'announcement',
    real('azintelecom.az, government cloud; e-qanun 46243'),
    {
      parties: ['azintelecom'],
      signed: '2019-01-01',
      signed_precision: 'year',
      note: 'Decree 718 (2019); plan of transition of 2020',
    },
    'Hökumət buludu haqqında 718 nömrəli fərman | Decree 718 on the government cloud | المرسوم 718 بشأن السحابة الحكومية | فرمان ۷۱۸ دربارهٔ ابر دولتی',
    'Sistemlərin buluda keçidi | Move of systems to the cloud | نقل الأنظمة إلى السحابة | انتقال سامانه‌ها به ابر',
  ],
  [
    'imagery-mandate',
    'announcement',
    approximate(`marja.az 108970; ${sources.general}`),
    {
      parties: ['azercosmos'],
      note: 'the mandate for reception uses lines at 0.5 m panchromatic and 2 m multispectral',
    },
    'Peyk təsvirlərinin qəbulu mandatı | Mandate for the reception of imagery | تفويض استقبال الصور الفضائية | مأموریت دریافت تصاویر',
    'Təsvirlərin buraxılışı | Release of imagery | إتاحة الصور | انتشار تصاویر',
  ],
];

export function agreementRecords(): PackRecord[] {
  return table.map(([id, kind, provenance, rest, line, subject]) =>
    record(id, null, { name: names(line), kind, subject: names(subject), ...rest }, provenance),
  );
}

function frequency(): string {
  return 'Tezliklərin əlaqələndirilməsi | Coordination of frequencies | تنسيق الترددات | هماهنگی فرکانس‌ها';
}
