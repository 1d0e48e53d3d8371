import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, placeField } from '../fields.ts';
import { code, text } from '../text.ts';

/** Everybody who keeps a register, runs a thing or is a party to an agreement. */
export const organisations = defineRegister({
  id: 'organisations',
  title: text('Qurumlar', 'Organisations', 'المؤسسات', 'سازمان‌ها'),
  description: text(
    'Dövlət qurumları, şirkətlər və beynəlxalq təşkilatlar.',
    'Public bodies, companies and international organisations.',
    'الجهات الحكومية والشركات والمنظمات الدولية.',
    'نهادهای دولتی، شرکت‌ها و سازمان‌های بین‌المللی.',
  ),
  desk: 'commitments',
  geometry: null,
  titleField: 'name',
  fields: [
    nameField,
    {
      name: 'kind',
      type: 'string',
      required: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('government', 'hökumət', 'government', 'حكومة', 'دولت'),
        code('ministry', 'nazirlik', 'ministry', 'وزارة', 'وزارت'),
        code('agency', 'agentlik və ya xidmət', 'agency or service', 'وكالة أو هيئة', 'آژانس یا اداره'),
        code('company', 'şirkət', 'company', 'شركة', 'شرکت'),
        code('consortium', 'konsorsium', 'consortium', 'ائتلاف', 'کنسرسیوم'),
        code(
          'international',
          'beynəlxalq təşkilat',
          'international organisation',
          'منظمة دولية',
          'سازمان بین‌المللی',
        ),
      ],
    },
    { name: 'country', type: 'string', ref: 'countries', title: text('Ölkə', 'Country', 'البلد', 'کشور') },
    {
      name: 'parent',
      type: 'string',
      ref: 'organisations',
      title: text('Yuxarı qurum', 'Parent body', 'الجهة الأم', 'نهاد بالادست'),
    },
    placeField,
    noteField,
  ],
});
