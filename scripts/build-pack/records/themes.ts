import { names } from '../names/names.ts';
import { type PackRecord, real, record } from '../record.ts';
import { sources } from '../sources.ts';

/** id, INSPIRE code and annex, names. */
const table = `
coordinate-reference-systems        RS I   Koordinat istinad sistemləri | Coordinate reference systems | نظم الإسناد الإحداثي | سامانه‌های مرجع مختصات
geographical-grid-systems           GG I   Coğrafi şəbəkə sistemləri | Geographical grid systems | أنظمة الشبكات الجغرافية | سامانه‌های شبکهٔ جغرافیایی
geographical-names                  GN I   Coğrafi adlar | Geographical names | الأسماء الجغرافية | نام‌های جغرافیایی
administrative-units                AU I   İnzibati vahidlər | Administrative units | الوحدات الإدارية | واحدهای اداری
addresses                           AD I   Ünvanlar | Addresses | العناوين | نشانی‌ها
cadastral-parcels                   CP I   Kadastr sahələri | Cadastral parcels | القطع المساحية | قطعات کاداستر
transport-networks                  TN I   Nəqliyyat şəbəkələri | Transport networks | شبكات النقل | شبکه‌های حمل‌ونقل
hydrography                         HY I   Hidroqrafiya | Hydrography | الهيدروغرافيا | آب‌نگاری
protected-sites                     PS I   Mühafizə olunan ərazilər | Protected sites | المواقع المحمية | مناطق حفاظت‌شده
elevation                           EL II  Yüksəklik modeli | Elevation | الارتفاعات | ارتفاع
land-cover                          LC II  Torpaq örtüyü | Land cover | الغطاء الأرضي | پوشش زمین
orthoimagery                        OI II  Ortotəsvirlər | Orthoimagery | الصور المتعامدة | تصاویر قائم
geology                             GE II  Geologiya | Geology | الجيولوجيا | زمین‌شناسی
statistical-units                   SU III Statistik vahidlər | Statistical units | الوحدات الإحصائية | واحدهای آماری
buildings                           BU III Binalar | Buildings | المباني | ساختمان‌ها
soil                                SO III Torpaq | Soil | التربة | خاک
land-use                            LU III Torpaqdan istifadə | Land use | استعمالات الأراضي | کاربری زمین
human-health-and-safety             HH III Əhalinin sağlamlığı və təhlükəsizliyi | Human health and safety | صحة الإنسان وسلامته | سلامت و ایمنی انسان
utility-and-governmental-services   US III Kommunal və dövlət xidmətləri | Utility and governmental services | المرافق والخدمات الحكومية | خدمات شهری و دولتی
environmental-monitoring-facilities EF III Ətraf mühitin monitorinqi qurğuları | Environmental monitoring facilities | مرافق الرصد البيئي | تأسیسات پایش محیط زیست
production-and-industrial-facilities PF III İstehsal və sənaye obyektləri | Production and industrial facilities | المرافق الإنتاجية والصناعية | تأسیسات تولیدی و صنعتی
agricultural-facilities             AF III Kənd təsərrüfatı və akvakultura obyektləri | Agricultural and aquaculture facilities | المرافق الزراعية وتربية الأحياء المائية | تأسیسات کشاورزی و آبزی‌پروری
population-distribution             PD III Əhalinin yerləşməsi, demoqrafiya | Population distribution and demography | توزيع السكان والديموغرافيا | پراکنش جمعیت و جمعیت‌شناسی
area-management-zones               AM III İdarəetmə və məhdudiyyət zonaları | Area management, restriction and regulation zones | مناطق الإدارة والتقييد والتنظيم | مناطق مدیریت، محدودیت و مقررات
natural-risk-zones                  NZ III Təbii risk zonaları | Natural risk zones | مناطق المخاطر الطبيعية | مناطق خطر طبیعی
atmospheric-conditions              AC III Atmosfer şəraiti | Atmospheric conditions | الأحوال الجوية | شرایط جوی
meteorological-features             MF III Meteoroloji coğrafi obyektlər | Meteorological geographical features | المعالم الجغرافية للأرصاد الجوية | عوارض جغرافیایی هواشناسی
oceanographic-features              OF III Okeanoqrafik obyektlər | Oceanographic geographical features | المعالم الأوقيانوغرافية | عوارض اقیانوس‌شناسی
sea-regions                         SR III Dəniz rayonları | Sea regions | المناطق البحرية | مناطق دریایی
bio-geographical-regions            BR III Biocoğrafi rayonlar | Bio-geographical regions | المناطق الجغرافية الحيوية | مناطق زیست‌جغرافیایی
habitats-and-biotopes               HB III Yaşayış mühitləri və biotoplar | Habitats and biotopes | الموائل والمواطن الحيوية | زیستگاه‌ها و بیوتوپ‌ها
species-distribution                SD III Növlərin yayılması | Species distribution | توزيع الأنواع | پراکنش گونه‌ها
energy-resources                    ER III Enerji ehtiyatları | Energy resources | موارد الطاقة | منابع انرژی
mineral-resources                   MR III Mineral ehtiyatlar | Mineral resources | الموارد المعدنية | منابع معدنی`;

/** Themes that the readable beginning of the national list of 2019 names. */
const national = new Set([
  'coordinate-reference-systems',
  'cadastral-parcels',
  'orthoimagery',
  'elevation',
  'transport-networks',
  'hydrography',
]);

/** Themes whose keeper follows from a published page about its registers; nobody is known for the others. */
const custodians: Readonly<Record<string, readonly [string, string]>> = {
  addresses: ['state-service-property', 'keeps the address register (regionplus 1978)'],
  'cadastral-parcels': ['state-service-property', 'keeps the electronic land cadastre (auksion.gov.az 5231)'],
  buildings: ['state-service-property', 'keeps the registry of real estate (emlak.gov.az, page 34)'],
  orthoimagery: ['azercosmos', 'operates the observation satellites (azernews 208922)'],
};

export function themeRecords(): PackRecord[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, id, code, annex, rest] = /^(\S+)\s+(\S\S) (\S+)\s+(.+)$/.exec(line)!;
      const [custodian, basis] = custodians[id!] ?? [];
      return record(
        id!,
        null,
        {
          name: names(rest!),
          code,
          list: [`inspire-${annex!.toLowerCase()}`, ...(national.has(id!) ? ['national-2019'] : [])],
          custodian,
          custodian_basis: basis,
          note: noteOf(id!),
        },
        real(national.has(id!) ? `${sources.inspire}; ${sources.list2019}` : sources.inspire),
      );
    });
}

function noteOf(id: string): string | undefined {
  if (id === 'coordinate-reference-systems')
    return 'the list of 2019 counts the AzPOS reference stations here';
  if (national.has(id)) return undefined;
  return 'only the beginning of the national list of 2019 could be read; whether it names this theme is unknown';
}
