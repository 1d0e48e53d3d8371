import { names } from '../names/names.ts';
import { approximate, derived, type PackRecord, type Provenance, real, record } from '../record.ts';

const egdi2020 = real('UN E-Government Survey 2020, quoted by e-gov.az 742');
const general = approximate('general knowledge; UN E-Government Survey');

/** id, indicator code, year, value, how well known, and what to say with it. */
const egdi: readonly (readonly [string, number, number, Provenance, string?])[] = [
  ['egdi-value', 2018, 0.6574, general, 'e-gov.az 742 says 66 points'],
  ['egdi-rank', 2018, 70, general],
  ['egdi-value', 2020, 0.71, egdi2020],
  ['egdi-rank', 2020, 70, egdi2020],
  ['egdi-osi', 2020, 0.7, egdi2020, 'quoted as 70 points of 100'],
  ['egdi-tii', 2020, 0.65, egdi2020, 'quoted as 65 points of 100'],
  ['egdi-hci', 2020, 0.77, egdi2020, 'quoted as 77 points of 100'],
  ['egdi-value', 2022, 0.6937, general],
  ['egdi-rank', 2022, 83, derived('techbullion: the rank of 2024 and the change since 2022')],
  ['egdi-value', 2024, 0.7607, real('UN E-Government Survey 2024, quoted by techbullion')],
  ['egdi-rank', 2024, 74, real('UN E-Government Survey 2024, quoted by techbullion')],
];

const egdiNames: Readonly<Record<string, string>> = {
  'egdi-value':
    'Elektron hökumət indeksi | E-Government Development Index | مؤشر تطور الحكومة الإلكترونية | شاخص توسعهٔ دولت الکترونیک',
  'egdi-rank':
    'Elektron hökumət indeksində yer | Rank in the E-Government Development Index | الترتيب في مؤشر الحكومة الإلكترونية | رتبه در شاخص دولت الکترونیک',
  'egdi-osi': 'Onlayn xidmət indeksi | Online Service Index | مؤشر الخدمات الإلكترونية | شاخص خدمات برخط',
  'egdi-tii':
    'Telekommunikasiya infrastrukturu indeksi | Telecommunication Infrastructure Index | مؤشر البنية التحتية للاتصالات | شاخص زیرساخت مخابرات',
  'egdi-hci': 'İnsan kapitalı indeksi | Human Capital Index | مؤشر رأس المال البشري | شاخص سرمایهٔ انسانی',
};

interface Figure {
  readonly id: string;
  readonly subject: string;
  readonly line: string;
  /** Left out where nobody published it. */
  readonly value?: number;
  readonly date?: string;
  readonly source: string;
  readonly indicator?: 'count' | 'revenue';
  readonly unit?: string;
  readonly atLeast?: boolean;
  readonly note?: string;
}

const bridge = 'report.az (19 November 2025)';
const portal = 'fed.az 77329 (April 2020)';
const sms = 'trend.az 3429491';

/** Other published figures. */
const figures: readonly Figure[] = [
  {
    id: 'population-2025',
    subject: 'population',
    line: 'Əhalinin sayı | Population | عدد السكان | جمعیت',
    value: 10_233_142,
    date: '2025-04-01',
    source: 'menafn 1109553732',
  },
  {
    id: 'bridge-agencies',
    subject: 'digital-bridge',
    line: 'digital.bridge: qoşulan qurumlar | digital.bridge: agencies connected | digital.bridge: الجهات المتصلة | digital.bridge: نهادهای متصل',
    value: 80,
    date: '2025-11-19',
    source: bridge,
  },
  {
    id: 'bridge-systems',
    subject: 'digital-bridge',
    line: 'digital.bridge: qoşulan sistemlər | digital.bridge: systems connected | digital.bridge: الأنظمة المتصلة | digital.bridge: سامانه‌های متصل',
    value: 180,
    date: '2025-11-19',
    source: bridge,
  },
  {
    id: 'bridge-transactions-total',
    subject: 'digital-bridge',
    line: 'digital.bridge: bütün sorğular | digital.bridge: transactions in all | digital.bridge: إجمالي المعاملات | digital.bridge: کل تراکنش‌ها',
    value: 2_000_000_000,
    atLeast: true,
    date: '2025-11-19',
    source: bridge,
  },
  {
    id: 'bridge-transactions-2025',
    subject: 'digital-bridge',
    line: 'digital.bridge: sorğular, yanvar–oktyabr 2025 | digital.bridge: transactions, January to October 2025 | digital.bridge: المعاملات، يناير–أكتوبر 2025 | digital.bridge: تراکنش‌ها، ژانویه تا اکتبر ۲۰۲۵',
    value: 786_000_000,
    date: '2025-10-31',
    source: bridge,
  },
  {
    id: 'gnss-stations',
    subject: 'azpos',
    line: 'GNSS baza stansiyaları | GNSS reference stations | محطات GNSS المرجعية | ایستگاه‌های مرجع GNSS',
    value: 37,
    source: 'geospatialworld, World Bank project (undated page)',
    note: 'the page shows no date',
  },
  {
    id: 'asan-services',
    subject: 'asan',
    line: '"ASAN xidmət"də xidmətlər | Services at ASAN centres | الخدمات في مراكز آسان | خدمات در مراکز آسان',
    value: 320,
    atLeast: true,
    source: 'yeniavropa 41219',
    note: 'the date is not known here',
  },
  {
    id: 'asan-centres',
    subject: 'asan',
    line: '"ASAN xidmət" mərkəzləri | ASAN centres | مراكز آسان | مراکز آسان',
    value: 21,
    source: 'yeniavropa 41219',
    note: 'six of them in Baku; the date is not known here',
  },
  {
    id: 'permit-organisations',
    subject: 'permits-2020',
    line: 'İşəgötürən portalı: qurumlar | Employers’ portal: organisations | بوابة أرباب العمل: المؤسسات | درگاه کارفرمایان: سازمان‌ها',
    value: 13_734,
    date: '2020-04-04',
    source: portal,
  },
  {
    id: 'permit-requested',
    subject: 'permits-2020',
    line: 'İşəgötürən portalı: icazələr | Employers’ portal: permits asked for | بوابة أرباب العمل: التصاريح المطلوبة | درگاه کارفرمایان: مجوزهای درخواستی',
    value: 199_843,
    date: '2020-04-04',
    source: portal,
  },
  {
    id: 'permit-confirmed',
    subject: 'permits-2020',
    line: 'İşəgötürən portalı: təsdiqlənmiş icazələr | Employers’ portal: permits confirmed | بوابة أرباب العمل: التصاريح المؤكدة | درگاه کارفرمایان: مجوزهای تأییدشده',
    value: 194_796,
    date: '2020-04-04',
    source: portal,
  },
  {
    id: 'permit-cars',
    subject: 'permits-2020',
    line: 'İşəgötürən portalı: avtomobillər | Employers’ portal: cars | بوابة أرباب العمل: السيارات | درگاه کارفرمایان: خودروها',
    value: 73_623,
    date: '2020-04-04',
    source: portal,
  },
  {
    id: 'sms-messages',
    subject: 'permits-2020',
    line: '8103: SMS-lər | 8103: messages | 8103: الرسائل | ۸۱۰۳: پیامک‌ها',
    value: 112_000_000,
    source: sms,
    note: 'over the periods in which the service ran',
  },
  {
    id: 'sms-people',
    subject: 'permits-2020',
    line: '8103: istifadəçilər | 8103: people | 8103: المستخدمون | ۸۱۰۳: کاربران',
    value: 7_000_000,
    source: sms,
    note: 'about seven million',
  },
  {
    id: 'azersky-archive',
    subject: 'azersky',
    line: 'Azersky: arxiv təsvirləri | Azersky: images archived | آذرسكاي: صور الأرشيف | آذراسکای: تصاویر بایگانی',
    value: 80_000,
    atLeast: true,
    date: '2025-10-21',
    source: 'report.az (21 October 2025)',
  },
  {
    id: 'azersky-revenue',
    subject: 'azersky',
    line: 'Azersky: gəlir | Azersky: revenue | آذرسكاي: الإيرادات | آذراسکای: درآمد',
    indicator: 'revenue',
    unit: 'AZN',
    value: 105_000_000,
    source: 'azernews 208922; seradata',
  },
  {
    id: 'azersky-state-images',
    subject: 'azersky',
    line: 'Azersky: dövlətə verilən təsvirlərin dəyəri | Azersky: value of images given to the state | آذرسكاي: قيمة الصور المقدمة للدولة | آذراسکای: ارزش تصاویر داده‌شده به دولت',
    indicator: 'revenue',
    unit: 'AZN',
    value: 150_000_000,
    source: 'azernews 208922; seradata',
  },
  {
    id: 'data-centres-2023',
    subject: 'data-centres',
    line: 'Məlumat mərkəzlərinin sayı, dekabr 2023 | Data centres, December 2023 | مراكز البيانات، ديسمبر 2023 | مراکز داده، دسامبر ۲۰۲۳',
    date: '2023-12-31',
    source: 'no publication found',
    note: 'unknown: nobody published the number',
  },
];

export function indicatorRecords(): PackRecord[] {
  const index = egdi.map(([indicator, year, value, provenance, note]) =>
    record(
      `${indicator}-${year}`,
      null,
      {
        name: names(egdiNames[indicator]!),
        indicator,
        subject: 'egdi',
        value,
        unit: '1',
        reference_date: `${year}-12-31`,
        note,
      },
      provenance,
    ),
  );
  return [...index, ...figures.map(figureRecord)];
}

function figureRecord(figure: Figure): PackRecord {
  const { id, subject, line, value, date, indicator = 'count', unit = '1', atLeast, note, source } = figure;
  const properties = {
    indicator,
    subject,
    value: value ?? null,
    unit,
    at_least: atLeast,
    reference_date: date,
    note,
  };
  return record(id, null, { name: names(line), ...properties }, real(source));
}
