import { defineRegister } from '../../kernel/register/define-register.ts';
import { noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** Evidence: every document by the SHA-256 that is its record id; other registers name it in `evidence`. */
export const documents = defineRegister({
  id: 'documents',
  title: text('Sənədlər', 'Documents', 'الوثائق', 'اسناد'),
  description: text(
    'Sübut kimi əlavə olunmuş sənədlər. Yazının adı baytların, məhdud sənəddə isə duzla birlikdə baytların SHA-256 cəmidir.',
    'Documents attached as evidence. The id of a record is the SHA-256 of its bytes, of a restricted one with a salt before them.',
    'وثائق أُرفقت دليلًا. معرّف السجل هو قيمة SHA-256 لبايتات الوثيقة، ويسبقها ملح في الوثيقة المقيّدة.',
    'اسنادی که به‌عنوان گواه پیوست شده‌اند. شناسهٔ رکورد، SHA-256 بایت‌های آن است؛ در سند محدود، همراه با نمک پیش از آن‌ها.',
  ),
  desk: 'commitments',
  geometry: null,
  titleField: 'title',
  access: { read: 'public', rows: "secrecy = 'public'" },
  fields: [
    {
      name: 'title',
      type: 'string',
      required: true,
      maxLength: 500,
      title: text('Başlıq', 'Title', 'العنوان', 'عنوان'),
    },
    {
      name: 'media_type',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Növ (məzmuna görə)', 'Media type (by content)', 'نوع المحتوى', 'نوع رسانه (از محتوا)'),
    },
    {
      name: 'size',
      type: 'integer',
      unit: 'By',
      minimum: 0,
      required: true,
      title: text('Həcm', 'Size', 'الحجم', 'اندازه'),
    },
    {
      name: 'file_name',
      type: 'string',
      maxLength: 255,
      title: text('Faylın adı', 'File name', 'اسم الملف', 'نام فایل'),
    },
    {
      name: 'issuer',
      type: 'string',
      title: text('Kim verib', 'Issued by', 'جهة الإصدار', 'صادرکننده'),
    },
    {
      name: 'issued',
      type: 'date',
      title: text('Verilmə tarixi', 'Issued on', 'تاريخ الإصدار', 'تاریخ صدور'),
    },
    {
      name: 'scan',
      type: 'string',
      required: true,
      title: text('Virus yoxlaması', 'Scan for malware', 'فحص البرمجيات الخبيثة', 'بررسی بدافزار'),
      codes: [
        code('clean', 'təmizdir', 'clean', 'سليم', 'پاک'),
        code('not-scanned', 'yoxlanılmayıb', 'not scanned', 'لم يُفحص', 'بررسی‌نشده'),
      ],
    },
    {
      name: 'secrecy',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Kim görə bilər', 'Who may see it', 'من يطّلع عليها', 'چه کسی می‌بیند'),
      codes: [
        code('public', 'hamı', 'everybody', 'الجميع', 'همه'),
        code('restricted', 'səlahiyyəti olanlar', 'those with the right to it', 'المخوّلون', 'دارندگان مجوز'),
      ],
    },
    {
      name: 'salt',
      type: 'string',
      maxLength: 64,
      title: text('Duz', 'Salt', 'الملح', 'نمک'),
      description: text(
        'Sənədin baytlarından əvvəl gələn təsadüfi baytlar: adı sənədi təxmin edənə heç nə demir.',
        'Random bytes before those of the document, so that its id tells nothing to who guesses it.',
        'بايتات عشوائية تسبق بايتات الوثيقة، فلا يدلّ معرّفها من يخمّنها على شيء.',
        'بایت‌های تصادفی پیش از بایت‌های سند، تا شناسه‌اش به حدس‌زننده چیزی نگوید.',
      ),
    },
    {
      name: 'content_sha256',
      type: 'string',
      maxLength: 64,
      indexed: true,
      title: text('Baytların SHA-256 cəmi', 'SHA-256 of the bytes', 'SHA-256 للبايتات', 'SHA-256 بایت‌ها'),
    },
    noteField,
  ],
});
