import { names } from '../names/names.ts';
import { approximate, type PackRecord, record } from '../record.ts';

/** id, life event, authority (where one of the pack), names. The channels and times are not known and stay empty. */
const table: readonly (readonly [string, string, string | undefined, string])[] = [
  [
    'birth-registration',
    'family',
    undefined,
    'Doğumun qeydiyyatı | Registration of a birth | تسجيل المواليد | ثبت ولادت',
  ],
  [
    'marriage-registration',
    'family',
    undefined,
    'Nikahın qeydiyyatı | Registration of a marriage | تسجيل الزواج | ثبت ازدواج',
  ],
  [
    'divorce-registration',
    'family',
    undefined,
    'Boşanmanın qeydiyyatı | Registration of a divorce | تسجيل الطلاق | ثبت طلاق',
  ],
  [
    'death-registration',
    'family',
    undefined,
    'Ölümün qeydiyyatı | Registration of a death | تسجيل الوفاة | ثبت وفات',
  ],
  [
    'identity-card',
    'identity',
    undefined,
    'Şəxsiyyət vəsiqəsi | Identity card | بطاقة الهوية | کارت شناسایی',
  ],
  ['passport', 'identity', undefined, 'Ümumvətəndaş pasportu | Passport | جواز السفر | گذرنامه'],
  [
    'digital-signature',
    'identity',
    'digital-innovation-agency',
    'Elektron imza | Electronic signature | التوقيع الإلكتروني | امضای الکترونیکی',
  ],
  [
    'criminal-record',
    'identity',
    undefined,
    'Məhkumluq barədə arayış | Certificate of criminal record | شهادة السجل العدلي | گواهی سوءپیشینه',
  ],
  [
    'notary',
    'identity',
    undefined,
    'Notariat hərəkətləri | Notarial acts | الأعمال التوثيقية | امور دفتر اسناد',
  ],
  [
    'property-title',
    'property',
    'state-service-property',
    'Mülkiyyət hüququnun qeydiyyatı | Registration of ownership | تسجيل الملكية | ثبت مالکیت',
  ],
  [
    'property-extract',
    'property',
    'state-service-property',
    'Əmlakın dövlət reyestrindən çıxarış | Extract from the property register | مستخرج من سجل الأملاك | گواهی ثبت املاک',
  ],
  [
    'mortgage-registration',
    'property',
    'state-service-property',
    'İpotekanın qeydiyyatı | Registration of a mortgage | تسجيل الرهن العقاري | ثبت رهن',
  ],
  [
    'business-registration',
    'business',
    undefined,
    'Kommersiya qurumunun qeydiyyatı | Registration of a company | تسجيل شركة تجارية | ثبت شرکت تجاری',
  ],
  [
    'taxpayer-registration',
    'business',
    undefined,
    'Vergi ödəyicisinin uçotu | Registration of a taxpayer | تسجيل دافع الضرائب | ثبت‌نام مؤدی مالیاتی',
  ],
  [
    'business-licence',
    'business',
    undefined,
    'Lisenziya və icazələr | Licences and permits | التراخيص والتصاريح | پروانه‌ها و مجوزها',
  ],
  [
    'pension',
    'work',
    undefined,
    'Əmək pensiyasının təyini | Award of a pension | تقرير المعاش | برقراری مستمری',
  ],
  [
    'social-benefit',
    'work',
    undefined,
    'Sosial müavinətin təyini | Award of a social benefit | تقرير الإعانة الاجتماعية | برقراری کمک اجتماعی',
  ],
  [
    'employment-certificate',
    'work',
    undefined,
    'Məşğulluq barədə arayış | Certificate of employment | شهادة عمل | گواهی اشتغال',
  ],
  [
    'driving-licence',
    'transport',
    undefined,
    'Sürücülük vəsiqəsinin dəyişdirilməsi | Exchange of a driving licence | تبديل رخصة القيادة | تعویض گواهینامهٔ رانندگی',
  ],
  [
    'vehicle-registration',
    'transport',
    undefined,
    'Nəqliyyat vasitəsinin qeydiyyatı | Registration of a vehicle | تسجيل مركبة | ثبت خودرو',
  ],
  [
    'residence-permit',
    'migration',
    undefined,
    'Müvəqqəti yaşama icazəsi | Temporary residence permit | تصريح إقامة مؤقتة | مجوز اقامت موقت',
  ],
  [
    'stay-registration',
    'migration',
    undefined,
    'Olduğu yer üzrə qeydiyyat | Registration of place of stay | تسجيل مكان الإقامة | ثبت محل اقامت',
  ],
];

export function publicServiceRecords(): PackRecord[] {
  return table.map(([id, lifeEvent, authority, line]) =>
    record(
      id,
      null,
      {
        name: names(line),
        competent_authority: authority,
        life_event: lifeEvent,
        channels: ['centre'],
        note: 'a typical service of the centres; the published catalogue counts more than 320, which are not listed here',
      },
      approximate('general knowledge of the services of ASAN centres'),
    ),
  );
}
