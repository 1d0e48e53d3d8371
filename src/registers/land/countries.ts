import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** The country of the pack and the administrations around it, for the basemap and for whoever is a party to something. */
export const countries = defineRegister({
  id: 'countries',
  title: text('Ölkə və ətraf', 'Country and surroundings', 'البلد ومحيطه', 'کشور و پیرامون'),
  description: text(
    'Ölkənin konturu və qonşu administrasiyalar. Xətlər göstərici xarakterlidir, delimitasiya barədə heç nə bildirmir.',
    'The outline of the country and neighbouring administrations. Lines are indicative and claim nothing on delimitation.',
    'حدود البلد والإدارات المجاورة. الخطوط إرشادية ولا تدل على ترسيم الحدود.',
    'خط پیرامون کشور و ادارات همسایه. خطوط جنبهٔ راهنما دارند و دربارهٔ تحدید مرز چیزی نمی‌گویند.',
  ),
  desk: 'land',
  theme: 'administrative-units',
  geometry: 'MultiPolygon',
  titleField: 'name',
  fields: [
    nameField,
    {
      name: 'alpha2',
      type: 'string',
      required: true,
      unique: true,
      pattern: '^[A-Z]{2}$',
      example: 'AZ',
      title: text('ISO 3166-1 iki hərf', 'ISO 3166-1 alpha-2', 'رمز ISO من حرفين', 'کد دوحرفی ISO'),
    },
    {
      name: 'alpha3',
      type: 'string',
      required: true,
      example: 'AZE',
      pattern: '^[A-Z]{3}$',
      title: text('ISO 3166-1 üç hərf', 'ISO 3166-1 alpha-3', 'رمز ISO من ثلاثة أحرف', 'کد سه‌حرفی ISO'),
    },
    {
      name: 'role',
      type: 'string',
      required: true,
      title: text('Rol', 'Role', 'الدور', 'نقش'),
      codes: [
        code('home', 'paketin ölkəsi', 'country of the pack', 'بلد الحزمة', 'کشور بسته'),
        code(
          'neighbour',
          'qonşu administrasiya',
          'neighbouring administration',
          'إدارة مجاورة',
          'ادارهٔ همسایه',
        ),
        code('surroundings', 'ətraf ölkə', 'surrounding country', 'بلد محيط', 'کشور پیرامون'),
      ],
    },
    noteField,
  ],
});
