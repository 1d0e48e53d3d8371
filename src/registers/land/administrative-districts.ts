import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { code, text } from '../text.ts';

/** The second level of the administrative division, to which most other records point. */
export const administrativeDistricts = defineRegister({
  id: 'administrative-districts',
  title: text('Rayonlar və şəhərlər', 'Districts and cities', 'المناطق والمدن', 'شهرستان‌ها و شهرها'),
  description: text(
    'Rayonlar və respublika tabeli şəhərlər, ISO 3166-2 kodu ilə. Sərhəd xətləri göstərici xarakterlidir.',
    'Districts and cities of republican subordination with their ISO 3166-2 codes. Lines are indicative.',
    'المناطق والمدن التابعة للجمهورية مع رموز ISO 3166-2. الخطوط إرشادية.',
    'شهرستان‌ها و شهرهای تابع جمهوری با کد ISO 3166-2. خطوط جنبهٔ راهنما دارند.',
  ),
  desk: 'land',
  theme: 'administrative-units',
  geometry: 'MultiPolygon',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'established', to: 'abolished' },
  fields: [
    nameField,
    {
      name: 'iso_code',
      type: 'string',
      unique: true,
      pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$',
      example: 'AZ-BA',
      title: text('ISO 3166-2 kodu', 'ISO 3166-2 code', 'رمز ISO 3166-2', 'کد ISO 3166-2'),
    },
    {
      name: 'kind',
      type: 'string',
      required: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('district', 'rayon', 'district', 'منطقة', 'شهرستان'),
        code(
          'city',
          'respublika tabeli şəhər',
          'city of republican subordination',
          'مدينة تابعة للجمهورية',
          'شهر تابع جمهوری',
        ),
      ],
    },
    {
      name: 'economic_region',
      type: 'string',
      ref: 'economic-regions',
      indexed: true,
      title: text('İqtisadi rayon', 'Economic region', 'الإقليم الاقتصادي', 'منطقهٔ اقتصادی'),
    },
    {
      name: 'autonomous_republic',
      type: 'boolean',
      title: text(
        'Muxtar respublikanın tərkibində',
        'Within the autonomous republic',
        'ضمن الجمهورية ذاتية الحكم',
        'در جمهوری خودمختار',
      ),
    },
    {
      name: 'area_km2',
      type: 'number',
      unit: 'km2',
      minimum: 0,
      title: text('Çəkilmiş sahə', 'Area as drawn', 'المساحة كما رُسمت', 'مساحت ترسیم‌شده'),
    },
    {
      name: 'established',
      type: 'date',
      title: text('Yaradılıb', 'Established', 'تاريخ الإنشاء', 'تاریخ تأسیس'),
    },
    {
      name: 'abolished',
      type: 'date',
      title: text('Ləğv edilib', 'Abolished', 'تاريخ الإلغاء', 'تاریخ انحلال'),
    },
    noteField,
  ],
  rules: [
    notBefore('abolished', 'established'),
    { kind: 'no-overlap', id: 'districts-do-not-overlap', toleranceM: 1 },
    { kind: 'no-gap', id: 'districts-cover-their-region', parent: 'economic_region', toleranceM: 1 },
  ],
});
