import { names } from '../names/names.ts';
import { approximate, type PackRecord, real, record, synthetic } from '../record.ts';
import { sources } from '../sources.ts';

/** id, kind, country, source (empty: general knowledge), names. */
const table: readonly (readonly [string, string, string | undefined, string, string])[] = [
  [
    'government-azerbaijan',
    'government',
    'AZ',
    'mehrnews 6625572 (18 October 2025)',
    'Azərbaycan hökuməti | Government of Azerbaijan | حكومة أذربيجان | دولت آذربایجان',
  ],
  [
    'government-iran',
    'government',
    'IR',
    'mehrnews 6625572 (18 October 2025)',
    'İran hökuməti | Government of Iran | حكومة إيران | دولت ایران',
  ],
  [
    'government-georgia',
    'government',
    'GE',
    'mincom.gov.az',
    'Gürcüstan hökuməti | Government of Georgia | حكومة جورجيا | دولت گرجستان',
  ],
  [
    'cabinet-of-ministers',
    'government',
    'AZ',
    '',
    'Nazirlər Kabineti | Cabinet of Ministers | مجلس الوزراء | هیئت وزیران',
  ],
  [
    'ministry-digital-development',
    'ministry',
    'AZ',
    'mincom.gov.az',
    'Rəqəmsal İnkişaf və Nəqliyyat Nazirliyi | Ministry of Digital Development and Transport | وزارة التنمية الرقمية والنقل | وزارت توسعهٔ دیجیتال و حمل‌ونقل',
  ],
  [
    'ministry-ecology',
    'ministry',
    'AZ',
    '',
    'Ekologiya və Təbii Sərvətlər Nazirliyi | Ministry of Ecology and Natural Resources | وزارة البيئة والموارد الطبيعية | وزارت محیط زیست و منابع طبیعی',
  ],
  [
    'state-service-property',
    'agency',
    'AZ',
    'emlak.gov.az, page 34',
    'Əmlak Məsələləri Dövlət Xidməti | State Service for Property Issues | هيئة الدولة لشؤون الملكية | سازمان دولتی امور املاک',
  ],
  [
    'asan',
    'agency',
    'AZ',
    'president.az 14535',
    'Vətəndaşlara Xidmət və Sosial İnnovasiyalar üzrə Dövlət Agentliyi | State Agency for Public Service and Social Innovations | وكالة الدولة للخدمة العامة والابتكارات الاجتماعية | آژانس دولتی خدمات عمومی و نوآوری‌های اجتماعی',
  ],
  [
    'ict-agency',
    'agency',
    'AZ',
    '',
    'İnformasiya və Kommunikasiya Texnologiyaları Agentliyi | Information and Communication Technologies Agency | وكالة تكنولوجيا المعلومات والاتصالات | آژانس فناوری اطلاعات و ارتباطات',
  ],
  [
    'digital-innovation-agency',
    'agency',
    'AZ',
    '',
    'İnnovasiya və Rəqəmsal İnkişaf Agentliyi | Innovation and Digital Development Agency | وكالة الابتكار والتنمية الرقمية | آژانس نوآوری و توسعهٔ دیجیتال',
  ],
  [
    'azercosmos',
    'agency',
    'AZ',
    'azernews 208922; report.az (21 October 2025)',
    'Azərkosmos | Azercosmos | آذركوسموس | آذرکاسموس',
  ],
  [
    'aerogeodetic-centre',
    'agency',
    'AZ',
    'geospatialworld (undated page)',
    'Aerogeodeziya Mərkəzi | Aerogeodetic Centre | مركز الجيوديسيا الجوية | مرکز هواژئودزی',
  ],
  [
    'azintelecom',
    'company',
    'AZ',
    'azintelecom.az, government cloud',
    'AzInTelecom | AzInTelecom | آذإنتيليكوم | آذاین‌تلکام',
  ],
  [
    'azertelecom',
    'company',
    'AZ',
    'armenpress 1253798; bizfortune',
    'AzerTelecom | AzerTelecom | آذرتيليكوم | آذرتلکام',
  ],
  [
    'delta-telecom',
    'company',
    'AZ',
    'trend.az 2457123',
    'Delta Telekom | Delta Telecom | دلتا تيليكوم | دلتا تلکام',
  ],
  [
    'telecom-armenia',
    'company',
    'AM',
    'armenpress 1253798',
    'Telecom Armenia | Telecom Armenia | تيليكوم أرمينيا | تلکام ارمنستان',
  ],
  [
    'epeg',
    'consortium',
    undefined,
    'trend.az 2012560; regionplus 5582',
    'EPEG konsorsiumu | EPEG consortium | ائتلاف EPEG | کنسرسیوم EPEG',
  ],
  [
    'iai',
    'company',
    'IL',
    'globes 1001459210; menafn 1107186572',
    'IAI (İsrail Aerokosmik Sənayesi) | IAI (Israel Aerospace Industries) | صناعات الفضاء الإسرائيلية (IAI) | صنایع هوافضای اسرائیل (IAI)',
  ],
  [
    'spacex',
    'company',
    'US',
    'trend.az 4106631; report.az (3 December 2025)',
    'SpaceX | SpaceX | سبيس إكس | اسپیس‌اکس',
  ],
  [
    'eib',
    'international',
    undefined,
    'dig.watch',
    'Avropa İnvestisiya Bankı | European Investment Bank | البنك الأوروبي للاستثمار | بانک سرمایه‌گذاری اروپا',
  ],
  [
    'world-bank',
    'international',
    undefined,
    'geospatialworld (undated page)',
    'Dünya Bankı | World Bank | البنك الدولي | بانک جهانی',
  ],
  [
    'itu',
    'international',
    undefined,
    'today.az 222586 (July 2022)',
    'Beynəlxalq Telekommunikasiya İttifaqı (BTİ) | International Telecommunication Union (ITU) | الاتحاد الدولي للاتصالات (ITU) | اتحادیهٔ بین‌المللی مخابرات (ITU)',
  ],
  [
    'un-desa',
    'international',
    undefined,
    'e-gov.az 742',
    'BMT İqtisadi və Sosial Məsələlər Departamenti | United Nations Department of Economic and Social Affairs | إدارة الأمم المتحدة للشؤون الاقتصادية والاجتماعية | اداره امور اقتصادی و اجتماعی سازمان ملل',
  ],
];

export function organisationRecords(): PackRecord[] {
  return [...table.map(published), invented()];
}

function published([id, kind, country, source, line]: (typeof table)[number]): PackRecord {
  const provenance = source ? real(source) : approximate(sources.general);
  return record(id, null, { name: names(line), kind, country }, provenance);
}

/** Who answers for what the pack made up or put together itself. */
function invented(): PackRecord {
  const name = names(
    'Nümayiş məlumatlarını tərtib edənlər | Makers of the demonstration data | معدّو بيانات العرض | سازندگان دادهٔ نمایشی',
  );
  return record('demonstration-custodian', null, { name, kind: 'agency' }, synthetic(1));
}
