import type { home as english } from '../en/home.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of home and search, in Arabic. */
export const home: Sentences<typeof english> = {
  'home.title': 'سجلات البلاد على خريطة واحدة',
  'home.lead': 'ابحث عن مكان أو قيد أو سجل، واعرف من يقف وراءه ومنذ متى يسري وكيف تغيّر.',
  'home.map': 'خريطة البلاد',
  'home.registers': 'السجلات حسب المجال',
  'home.registerCount':
    '{count, plural, zero {لا سجلات} one {سجل واحد} two {سجلان} few {# سجلات} many {# سجلًا} other {# سجل}}',
  'home.recordCount':
    '{count, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}',
  'home.noRegisters': 'لم يُعلن أي سجل بعد. استورد ملفًا ليظهر هنا.',
  'search.label': 'ابحث في كل السجلات',
  'search.placeholder': 'اسم مكان أو قيد أو سجل',
  'search.submit': 'بحث',
  'search.results':
    '{count, plural, =0 {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
  'search.nothing': 'لا نتائج عن «{words}». جرّب حروفًا أقل أو كتابة أخرى.',
  'search.hint': 'تنقّل بين النتائج بمفاتيح الأسهم وافتح إحداها بمفتاح الإدخال.',
  'search.registers': 'السجلات',
};
