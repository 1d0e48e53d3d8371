import type { Setting } from './setting.ts';

/** Where documents lie and who looks at them before they are kept. */
export const documentSettings: readonly Setting[] = [
  {
    name: 'documents',
    type: 'text',
    default: undefined,
    placeholder: 'PLACE',
    form: '^(?!s3:)|^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?$',
    example: 's3://bucket/prefix',
    description: {
      az: 'Sənədlərin yeri: qovluq və ya s3://vedrə/prefiks (susmaya görə məlumat qovluğunda documents)',
      en: 'Where documents lie: a folder, or s3://bucket/prefix (default: documents in the data folder)',
      ar: 'مكان الوثائق: مجلد أو s3://bucket/prefix (افتراضيًا documents في مجلد البيانات)',
      fa: 'جای اسناد: یک پوشه یا s3://bucket/prefix (پیش‌فرض: documents در پوشهٔ داده)',
    },
  },
  {
    name: 's3.endpoint',
    type: 'text',
    default: undefined,
    placeholder: 'URL',
    form: '^https?://[^/?#]+/?$',
    example: 'https://s3.example.org',
    description: {
      az: 'S3 uyğun xidmətin ünvanı, vedrəsiz; susmaya görə bölgənin AWS ünvanı',
      en: 'Address of the S3-compatible service, without the bucket; by default that of AWS for the region',
      ar: 'عنوان الخدمة المتوافقة مع S3 دون اسم الحاوية؛ افتراضيًا عنوان AWS للمنطقة',
      fa: 'نشانی سرویس سازگار با S3 بدون نام سطل؛ پیش‌فرض نشانی AWS منطقه',
    },
  },
  {
    name: 's3.region',
    type: 'text',
    default: 'us-east-1',
    placeholder: 'REGION',
    description: {
      az: 'S3 imzasındakı bölgə',
      en: 'Region that the signature of S3 names',
      ar: 'المنطقة المذكورة في توقيع S3',
      fa: 'منطقه‌ای که امضای S3 نام می‌برد',
    },
  },
  {
    name: 's3.accessKey',
    type: 'text',
    default: undefined,
    placeholder: 'KEY',
    isSecret: true,
    description: {
      az: 'S3 giriş açarının adı',
      en: 'Id of the access key for S3',
      ar: 'معرّف مفتاح الوصول إلى S3',
      fa: 'شناسهٔ کلید دسترسی S3',
    },
  },
  {
    name: 's3.secretKey',
    type: 'text',
    default: undefined,
    placeholder: 'SECRET',
    isSecret: true,
    description: {
      az: 'S3 giriş açarının sirri; mühit dəyişəni ilə verin',
      en: 'Secret of the access key for S3; give it by the environment',
      ar: 'سر مفتاح الوصول إلى S3؛ أعطه عبر متغير البيئة',
      fa: 'راز کلید دسترسی S3؛ آن را از راه متغیر محیط بدهید',
    },
  },
  {
    name: 'scanner',
    type: 'text',
    default: undefined,
    placeholder: 'ADDRESS',
    form: '^clamd://(/.+|(\\[[0-9a-fA-F:]+\\]|[\\w.-]+):\\d{1,5})$',
    example: 'clamd://127.0.0.1:3310',
    description: {
      az: 'Hər sənədi yoxlayan skaner: clamd://host:port və ya clamd:///soketin/yolu; cavab verməsə, sənəd qəbul olunmur',
      en: 'Scanner that looks at every document: clamd://host:port or clamd:///path/of/socket; no document is taken while it does not answer',
      ar: 'الماسح الذي يفحص كل وثيقة: clamd://host:port أو clamd:///path؛ لا تُقبل وثيقة ما لم يُجب',
      fa: 'پویشگری که هر سند را بررسی می‌کند: clamd://host:port یا clamd:///path؛ تا پاسخ ندهد سندی پذیرفته نمی‌شود',
    },
  },
  {
    name: 'limits.documentBytes',
    type: 'integer',
    default: 268_435_456,
    minimum: 1024,
    placeholder: 'BYTES',
    description: {
      az: 'Bir sənəd, baytla',
      en: 'One document, in bytes',
      ar: 'الوثيقة الواحدة بالبايت',
      fa: 'یک سند به بایت',
    },
  },
];
