import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, operatorField, precisionField } from '../fields.ts';
import { code, text } from '../text.ts';

/** The information systems of the state, so that one can ask where each runs and what falls with it. */
export const governmentSystems = defineRegister({
  id: 'government-systems',
  title: text(
    'Dövlət informasiya sistemləri',
    'Government systems',
    'أنظمة المعلومات الحكومية',
    'سامانه‌های دولتی',
  ),
  description: text(
    'Dövlət informasiya sistemləri: sahib, istifadəyə verilmə, vaciblik.',
    'Information systems of the state: owner, launch and criticality.',
    'أنظمة معلومات الدولة: المالك والإطلاق ودرجة الأهمية.',
    'سامانه‌های اطلاعاتی دولت: مالک، راه‌اندازی و اهمیت.',
  ),
  desk: 'infrastructure',
  theme: 'utility-and-governmental-services',
  steward: 'ministry-digital-development',
  legalBasis: text(
    'Hökumət buludu haqqında 718 nömrəli fərman, 2019 (e-qanun 46243).',
    'Decree 718 of 2019 on the government cloud (e-qanun 46243).',
    'المرسوم 718 لعام 2019 بشأن السحابة الحكومية (e-qanun 46243).',
    'فرمان ۷۱۸ سال ۲۰۱۹ دربارهٔ ابر دولتی (e-qanun 46243).',
  ),
  geometry: null,
  titleField: 'name',
  validTime: { kind: 'interval', from: 'launched', to: 'retired' },
  fields: [
    nameField,
    operatorField,
    {
      name: 'kind',
      type: 'string',
      required: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('register', 'reyestr', 'register', 'سجل', 'ثبت'),
        code('exchange', 'məlumat mübadiləsi', 'data exchange', 'تبادل البيانات', 'تبادل داده'),
        code(
          'identity',
          'identifikasiya və imza',
          'identity and signature',
          'الهوية والتوقيع',
          'هویت و امضا',
        ),
        code('portal', 'portal', 'portal', 'بوابة', 'درگاه'),
        code('cloud', 'bulud', 'cloud', 'سحابة', 'ابر'),
        code('positioning', 'mövqeləndirmə', 'positioning', 'تحديد المواقع', 'موقعیت‌یابی'),
        code('monitoring', 'müşahidə', 'observation', 'رصد', 'پایش'),
        code('permits', 'icazələr', 'permits', 'التصاريح', 'مجوزها'),
        code('other', 'digər', 'other', 'أخرى', 'دیگر'),
      ],
    },
    {
      name: 'criticality',
      type: 'string',
      title: text('Vaciblik', 'Criticality', 'درجة الأهمية', 'میزان حیاتی بودن'),
      codes: [
        code('critical', 'kritik', 'critical', 'حرج', 'حیاتی'),
        code('important', 'mühüm', 'important', 'مهم', 'مهم'),
        code('ordinary', 'adi', 'ordinary', 'عادي', 'عادی'),
      ],
    },
    {
      name: 'legal_act',
      type: 'localized',
      title: text('Hüquqi akt', 'Legal act', 'الصك القانوني', 'سند حقوقی'),
    },
    {
      name: 'launched',
      type: 'date',
      title: text('İstifadəyə verilib', 'Launched', 'تاريخ الإطلاق', 'تاریخ راه‌اندازی'),
    },
    precisionField('launched_precision'),
    {
      name: 'retired',
      type: 'date',
      title: text('Dayandırılıb', 'Retired', 'تاريخ الإيقاف', 'تاریخ کنارگذاری'),
    },
    noteField,
  ],
});
