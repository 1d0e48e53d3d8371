import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** Published figures, one record per figure and date, so that a number in a speech can be held against its source. */
export const indicators = defineRegister({
  id: 'indicators',
  title: text('Göstəricilər', 'Indicators', 'المؤشرات', 'شاخص‌ها'),
  description: text(
    'Elektron hökumət indeksi (EGDI), onun hissələri və digər dərc olunmuş rəqəmlər.',
    'The E-Government Development Index, its parts, and other published figures.',
    'مؤشر تطور الحكومة الإلكترونية ومكوناته وأرقام منشورة أخرى.',
    'شاخص توسعهٔ دولت الکترونیک، اجزای آن و دیگر ارقام منتشرشده.',
  ),
  desk: 'services',
  geometry: null,
  titleField: 'name',
  validTime: { kind: 'event', at: 'reference_date' },
  fields: [
    nameField,
    {
      name: 'indicator',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Göstərici', 'Indicator', 'المؤشر', 'شاخص'),
      codes: [
        code('egdi-value', 'EGDI dəyəri', 'EGDI value', 'قيمة EGDI', 'مقدار EGDI'),
        code('egdi-rank', 'EGDI yeri', 'EGDI rank', 'ترتيب EGDI', 'رتبهٔ EGDI'),
        code(
          'egdi-osi',
          'Onlayn xidmət indeksi',
          'Online service index',
          'مؤشر الخدمات الإلكترونية',
          'شاخص خدمات برخط',
        ),
        code(
          'egdi-tii',
          'Telekommunikasiya infrastrukturu indeksi',
          'Telecommunication infrastructure index',
          'مؤشر البنية التحتية للاتصالات',
          'شاخص زیرساخت مخابرات',
        ),
        code(
          'egdi-hci',
          'İnsan kapitalı indeksi',
          'Human capital index',
          'مؤشر رأس المال البشري',
          'شاخص سرمایهٔ انسانی',
        ),
        code('count', 'say', 'count', 'عدد', 'شمار'),
        code('revenue', 'gəlir', 'revenue', 'إيرادات', 'درآمد'),
      ],
    },
    {
      name: 'subject',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Mövzu', 'Subject', 'الموضوع', 'موضوع'),
    },
    { name: 'value', type: 'number', title: text('Dəyər', 'Value', 'القيمة', 'مقدار') },
    { name: 'unit', type: 'string', title: text('Vahid', 'Unit', 'الوحدة', 'واحد') },
    {
      name: 'at_least',
      type: 'boolean',
      title: text('Ən azı bu qədər', 'At least this much', 'على الأقل', 'دست‌کم این مقدار'),
    },
    {
      name: 'reference_date',
      type: 'date',
      title: text('Aid olduğu tarix', 'Reference date', 'تاريخ الإسناد', 'تاریخ مرجع'),
    },
    noteField,
  ],
});
