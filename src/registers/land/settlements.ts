import { defineRegister } from '../../kernel/register/define-register.ts';
import { districtField, nameField, noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** Towns and villages by name, so that everything else can say where it is in words. */
export const settlements = defineRegister({
  id: 'settlements',
  title: text('Yaşayış məntəqələri', 'Settlements', 'الأماكن المأهولة', 'مکان‌های مسکونی'),
  description: text(
    'Şəhərlər, qəsəbələr və kəndlər: ad, növ, əhali və mərkəz nöqtəsi.',
    'Cities, towns and villages: name, kind, population and centre point.',
    'المدن والبلدات والقرى: الاسم والنوع وعدد السكان ونقطة المركز.',
    'شهرها، شهرک‌ها و روستاها: نام، نوع، جمعیت و نقطهٔ مرکز.',
  ),
  desk: 'land',
  theme: 'geographical-names',
  steward: 'state-service-property',
  licence: 'CC-BY-4.0',
  keywords: [text('şəhər', 'town', 'مدينة', 'شهر'), text('kənd', 'village', 'قرية', 'روستا')],
  geometry: 'Point',
  geometryRequired: true,
  titleField: 'name',
  importance: 'population',
  fields: [
    nameField,
    {
      name: 'kind',
      type: 'string',
      required: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('capital', 'paytaxt', 'capital', 'عاصمة', 'پایتخت'),
        code('city', 'şəhər', 'city', 'مدينة', 'شهر'),
        code('town', 'qəsəbə', 'town', 'بلدة', 'شهرک'),
        code('village', 'kənd', 'village', 'قرية', 'روستا'),
      ],
    },
    districtField,
    {
      name: 'population',
      type: 'integer',
      minimum: 0,
      title: text('Əhali', 'Population', 'عدد السكان', 'جمعیت'),
      description: text(
        'Yalnız mənbəyi məlum olduqda; əks halda boş qalır.',
        'Only where a source gives it; empty means unknown.',
        'يُذكر فقط عند توفر مصدر؛ الفراغ يعني غير معروف.',
        'تنها در صورت وجود منبع؛ خالی یعنی نامعلوم.',
      ),
    },
    {
      name: 'population_date',
      type: 'date',
      title: text('Əhali tarixi', 'Population as of', 'تاريخ عدد السكان', 'تاریخ جمعیت'),
    },
    {
      name: 'population_scope',
      type: 'string',
      title: text('Əhali nəyi əhatə edir', 'Population covers', 'نطاق عدد السكان', 'دامنهٔ جمعیت'),
      codes: [
        code('place', 'məntəqə özü', 'the place itself', 'المكان نفسه', 'خود محل'),
        code(
          'city-unit',
          'şəhər inzibati vahidi',
          'the city as a unit',
          'المدينة كوحدة إدارية',
          'شهر به‌عنوان واحد اداری',
        ),
        code('district', 'bütün rayon', 'the entire district', 'المنطقة بأكملها', 'کل شهرستان'),
      ],
    },
    {
      name: 'geonames_id',
      type: 'integer',
      unique: true,
      title: text('GeoNames nömrəsi', 'GeoNames number', 'رقم GeoNames', 'شمارهٔ GeoNames'),
    },
    noteField,
  ],
});
