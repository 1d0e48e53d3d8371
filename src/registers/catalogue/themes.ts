import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** The list of spatial-data themes, by which missing and orphaned layers are found. */
export const themes = defineRegister({
  id: 'themes',
  title: text(
    'Məkan məlumatı mövzuları',
    'Spatial-data themes',
    'موضوعات البيانات المكانية',
    'موضوعات دادهٔ مکانی',
  ),
  description: text(
    'Məkan məlumatının mövzuları və onlara cavabdeh qurumlar. Boş qurum "məlum deyil" deməkdir.',
    'Themes of spatial data and who answers for them. No custodian means that none is known.',
    'موضوعات البيانات المكانية والجهات المسؤولة عنها. غياب الجهة يعني أنها غير معروفة.',
    'موضوعات دادهٔ مکانی و متولیان آن‌ها. نبود متولی یعنی نامعلوم.',
  ),
  desk: 'land',
  geometry: null,
  titleField: 'name',
  fields: [
    nameField,
    { name: 'code', type: 'string', unique: true, maxLength: 12, title: text('Kod', 'Code', 'الرمز', 'کد') },
    {
      name: 'list',
      type: 'array',
      items: 'string',
      required: true,
      title: text('Siyahı', 'Lists', 'القوائم', 'فهرست‌ها'),
      codes: [
        code(
          'inspire-i',
          'INSPIRE, I əlavə',
          'INSPIRE, annex I',
          'INSPIRE، الملحق الأول',
          'INSPIRE، پیوست یک',
        ),
        code(
          'inspire-ii',
          'INSPIRE, II əlavə',
          'INSPIRE, annex II',
          'INSPIRE، الملحق الثاني',
          'INSPIRE، پیوست دو',
        ),
        code(
          'inspire-iii',
          'INSPIRE, III əlavə',
          'INSPIRE, annex III',
          'INSPIRE، الملحق الثالث',
          'INSPIRE، پیوست سه',
        ),
        code(
          'national-2019',
          '2019-cu il siyahısı',
          'national list of 2019',
          'القائمة الوطنية 2019',
          'فهرست ملی ۲۰۱۹',
        ),
      ],
    },
    {
      name: 'custodian',
      type: 'string',
      ref: 'organisations',
      title: text('Cavabdeh qurum', 'Custodian', 'الجهة القيّمة', 'متولی'),
    },
    {
      name: 'custodian_basis',
      type: 'localized',
      title: text('Cavabdehliyin əsası', 'Why this custodian', 'أساس المسؤولية', 'مبنای تولیت'),
    },
    noteField,
  ],
});
