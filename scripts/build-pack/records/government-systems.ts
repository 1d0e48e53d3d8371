import { names } from '../names/names.ts';
import { approximate, type PackRecord, type Provenance, real, record, synthetic } from '../record.ts';
import { sources } from '../sources.ts';

const seed = 718;

/** id, operator, kind, names, provenance, and whatever else is known. */
const table: readonly (readonly [
  string,
  string | undefined,
  string,
  string,
  Provenance,
  Record<string, unknown>,
])[] = [
  [
    'address-register',
    'state-service-property',
    'register',
    'Ünvan reyestri | Address register | سجل العناوين | ثبت نشانی‌ها',
    real('regionplus 1978'),
    { launched: '2014-03-01', launched_precision: 'day', note: 'began in six districts of Baku' },
  ],
  [
    'real-estate-registry',
    'state-service-property',
    'register',
    'Daşınmaz əmlakın vahid reyestri (DƏQKİS) | Unified registry of real estate (DƏQKİS) | السجل الموحد للعقارات (DƏQKİS) | ثبت یکپارچهٔ املاک (DƏQKİS)',
    real('emlak.gov.az, page 34'),
    { note: '18 modules, more than 70 processes; date of launch unknown' },
  ],
  [
    'land-cadastre',
    'state-service-property',
    'register',
    'Elektron torpaq kadastrı | Electronic land cadastre | السجل المساحي الإلكتروني للأراضي | کاداستر الکترونیکی زمین',
    real('auksion.gov.az 5231'),
    {
      legal_act: 'Decree of 7 March 2016',
      note: 'described as the base of the spatial infrastructure; date of launch unknown',
    },
  ],
  [
    'karabakh-gis',
    undefined,
    'monitoring',
    'Qarabağ rəqəmsal CİS | Karabakh digital GIS | نظم المعلومات الجغرافية لقره باغ | سامانهٔ اطلاعات مکانی قره‌باغ',
    real('emlak.gov.az, page 31'),
    { launched: '2021-01-01', launched_precision: 'year', note: 'for the areas included in the programme' },
  ],
  [
    'digital-bridge',
    'digital-innovation-agency',
    'exchange',
    'digital.bridge | digital.bridge | digital.bridge | digital.bridge',
    real('report.az (19 November 2025)'),
    {
      launched: '2021-04-01',
      launched_precision: 'month',
      note: 'the operator named here is general knowledge',
    },
  ],
  [
    'azpos',
    'aerogeodetic-centre',
    'positioning',
    'AzPOS baza stansiyaları şəbəkəsi | AzPOS network of reference stations | شبكة المحطات المرجعية AzPOS | شبکهٔ ایستگاه‌های مرجع AzPOS',
    real('geospatialworld, World Bank project (undated page); kommersant.az 20091'),
    { note: '37 stations of a World Bank project; that they are the AzPOS ones is not confirmed' },
  ],
  [
    'mygov',
    'digital-innovation-agency',
    'portal',
    'myGov portalı | myGov portal | بوابة myGov | درگاه myGov',
    real('e-gov.az 731, 759'),
    { note: 'shows holders their permit certificates; the operator named here is general knowledge' },
  ],
  [
    'asan-login',
    undefined,
    'identity',
    'ASAN Login | ASAN Login | ASAN Login | ASAN Login',
    approximate(sources.general),
    {},
  ],
  ['sima', undefined, 'identity', 'SİMA | SIMA | سيما | سیما', approximate(sources.general), {}],
  [
    'government-cloud',
    'azintelecom',
    'cloud',
    'Hökumət buludu (G-Cloud) | Government cloud (G-Cloud) | السحابة الحكومية (G-Cloud) | ابر دولتی (G-Cloud)',
    real('azintelecom.az, government cloud; e-qanun 46243'),
    { legal_act: 'Decree 718 (2019)', note: 'plan of transition of 2020; date of launch unknown' },
  ],
  [
    'land-use-monitoring',
    undefined,
    'monitoring',
    'Torpaqlardan istifadənin peyk müşahidəsi | Satellite observation of land use | رصد استعمال الأراضي بالأقمار الصناعية | پایش ماهواره‌ای کاربری زمین',
    real('azernews 131812 (plan of 2018)'),
    { note: 'planned in 2018: the whole country at 10 m every five days; present state unknown' },
  ],
  [
    'employer-permits',
    undefined,
    'permits',
    'İşəgötürənlər üçün icazə portalı | Employers’ permit portal | بوابة تصاريح أرباب العمل | درگاه مجوز کارفرمایان',
    real('fed.az 77329 (April 2020)'),
    { launched: '2020-04-03', launched_precision: 'day', note: 'opened at 10:00' },
  ],
  [
    'sms-8103',
    undefined,
    'permits',
    '8103 SMS icazəsi | 8103 SMS permit | تصريح الرسائل 8103 | مجوز پیامکی ۸۱۰۳',
    real('e-gov.az 731, 759; qadin.net 104575'),
    {
      launched: '2020-04-05',
      launched_precision: 'day',
      retired: '2021-01-18',
      note: 'with a break from 18 May to 20 June 2020',
    },
  ],
];

/** Invented systems, so that hosting and failure can be shown without saying where a real system stands. */
const invented = [
  ['a', 'register', 'critical', '2016-02-01'],
  ['b', 'register', 'critical', '2017-05-15'],
  ['c', 'exchange', 'critical', '2018-09-01'],
  ['d', 'identity', 'critical', '2019-01-10'],
  ['e', 'portal', 'important', '2016-06-01'],
  ['f', 'permits', 'important', '2020-04-01'],
  ['g', 'monitoring', 'ordinary', '2021-03-01'],
  ['h', 'portal', 'ordinary', '2018-01-01'],
  ['i', 'register', 'important', '2015-10-01'],
  ['j', 'other', 'ordinary', '2014-05-01'],
] as const;

export function governmentSystemRecords(): PackRecord[] {
  const known = table.map(([id, operator, kind, line, provenance, rest]) =>
    record(id, null, { name: names(line), operator, kind, ...rest }, provenance),
  );
  const made = invented.map(([letter, kind, criticality, launched]) => {
    const big = letter.toUpperCase();
    const name = names(
      `Nümunə sistemi ${big} | Demonstration system ${big} | نظام العرض ${big} | سامانهٔ نمونهٔ ${big}`,
    );
    const properties = {
      name,
      kind,
      criticality,
      launched,
      launched_precision: 'day',
      note: 'made up for demonstration',
    };
    return record(`demo-${letter}`, null, properties, synthetic(seed));
  });
  return [...known, ...made];
}
