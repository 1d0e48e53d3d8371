import type { Field } from './declaration.ts';

/** What a record says of itself: how far it can be relied on, where it is from, and the documents that show it. */
export const provenanceFields: readonly Field[] = [
  {
    name: 'label',
    type: 'string',
    required: true,
    title: { az: 'Etibarlılıq', en: 'Reliability', ar: 'درجة الموثوقية', fa: 'درجهٔ اعتبار' },
    codes: [
      { value: 'real', title: { az: 'real', en: 'real', ar: 'حقيقي', fa: 'واقعی' } },
      { value: 'derived', title: { az: 'törəmə', en: 'derived', ar: 'مشتق', fa: 'مشتق‌شده' } },
      { value: 'approximate', title: { az: 'təxmini', en: 'approximate', ar: 'تقريبي', fa: 'تقریبی' } },
      { value: 'synthetic', title: { az: 'sintetik', en: 'synthetic', ar: 'اصطناعي', fa: 'ساختگی' } },
    ],
  },
  {
    name: 'source',
    type: 'string',
    required: true,
    title: { az: 'Mənbə', en: 'Source', ar: 'المصدر', fa: 'منبع' },
  },
  {
    name: 'evidence',
    type: 'array',
    items: 'string',
    ref: 'documents',
    title: { az: 'Sübut', en: 'Evidence', ar: 'الأدلة', fa: 'گواه' },
    description: {
      az: 'Bunu göstərən sənədlər, hər biri baytlarının SHA-256 cəmi ilə.',
      en: 'Documents that show it, each by the SHA-256 of its bytes.',
      ar: 'وثائق تثبت ذلك، كل منها بقيمة SHA-256 لبايتاتها.',
      fa: 'اسنادی که این را نشان می‌دهند، هر یک با SHA-256 بایت‌هایش.',
    },
  },
];
