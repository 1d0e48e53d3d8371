import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** Where nature is protected by law, so that a project that crosses such a place is reported. */
export const protectedAreas = defineRegister({
  id: 'protected-areas',
  title: text('Mühafizə olunan təbiət əraziləri', 'Protected areas', 'المناطق المحمية', 'مناطق حفاظت‌شده'),
  description: text(
    'Xüsusi mühafizə olunan təbiət əraziləri. Sxematik konturlar sərhəd deyil.',
    'Specially protected natural areas. Schematic outlines are not boundaries.',
    'المناطق الطبيعية المحمية. المخططات التقريبية ليست حدودًا.',
    'مناطق طبیعی حفاظت‌شده. خطوط شماتیک مرز نیستند.',
  ),
  desk: 'land',
  theme: 'protected-sites',
  steward: 'ministry-ecology',
  geometry: 'MultiPolygon',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'established' },
  fields: [
    nameField,
    {
      name: 'category',
      type: 'string',
      required: true,
      title: text('Kateqoriya', 'Category', 'الفئة', 'رده'),
      codes: [
        code('national-park', 'milli park', 'national park', 'حديقة وطنية', 'پارک ملی'),
        code(
          'state-reserve',
          'dövlət təbiət qoruğu',
          'state nature reserve',
          'محمية طبيعية حكومية',
          'ذخیره‌گاه طبیعی دولتی',
        ),
        code(
          'sanctuary',
          'dövlət təbiət yasaqlığı',
          'state nature sanctuary',
          'ملاذ طبيعي حكومي',
          'پناهگاه طبیعی دولتی',
        ),
      ],
    },
    {
      name: 'area_ha',
      type: 'number',
      unit: 'har',
      minimum: 0,
      title: text('Elan olunmuş sahə', 'Declared area', 'المساحة المعلنة', 'مساحت اعلام‌شده'),
    },
    {
      name: 'outline',
      type: 'string',
      required: true,
      title: text('Konturun mahiyyəti', 'Nature of the outline', 'طبيعة المخطط', 'ماهیت خط پیرامون'),
      codes: [
        code('surveyed', 'ölçülmüş', 'surveyed', 'ممسوح', 'نقشه‌برداری‌شده'),
        code('schematic', 'sxematik', 'schematic', 'تخطيطي', 'شماتیک'),
        code('unknown', 'məlum deyil', 'unknown', 'غير معروف', 'نامعلوم'),
      ],
    },
    {
      name: 'established',
      type: 'date',
      title: text('Yaradılıb', 'Established', 'تاريخ الإنشاء', 'تاریخ تأسیس'),
    },
    noteField,
  ],
});
