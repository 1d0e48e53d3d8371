import type { Field } from './declaration.ts';

/** What a demo or reference record says of itself: how far it can be relied on, and where it is from. */
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
];
