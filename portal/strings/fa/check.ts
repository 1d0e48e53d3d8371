import type { check as english } from '../en/check.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of the room in which a change is tried out, in Persian. */
export const check: Sentences<typeof english> = {
  'check.title': 'بررسی تغییر',
  'check.lead':
    'آنچه می‌خواهید تغییر دهید این‌جا بگذارید. کارساز بی‌آنکه چیزی بنویسد همهٔ قاعده‌ها را می‌سنجد و هر چه نادرست است یک‌جا می‌گوید و می‌کشد.',
  'check.needsToken':
    'آزمودن تغییر از کارساز به‌عنوان مدیر می‌پرسد. بی‌ورود هم می‌توانید آن را آماده کنید و نمونه را ببینید.',
  'check.change': 'تغییر',
  'check.changeHelp':
    'عارضه‌های GeoJSON یا آرایهٔ JSON از عمل‌ها (create, replace, update, retire, split, merge) را بچسبانید یا رها کنید.',
  'check.file': 'انتخاب پرونده',
  'check.example': 'نمایش نمونه',
  'check.tooLarge': 'پرونده بزرگ‌تر از {limit} مگابایت است. آن را به‌صورت آزمایشی درون‌ریزی کنید.',
  'check.wrong.json': 'این JSON نیست. {detail}',
  'check.wrong.form':
    'این نه عارضه‌های GeoJSON است و نه آرایه‌ای از عمل‌ها که هر یک “op” و “register” دارند.{detail}',
  'check.isBatch': '{count, plural, one {# عمل} other {# عمل}}',
  'check.isFeatures': '{count, plural, one {# عارضه} other {# عارضه}}',
  'check.register': 'دفتر',
  'check.choose': 'انتخاب کنید',
  'check.meaning': 'منظور',
  'check.meaning.create': 'رکوردهای تازه',
  'check.meaning.replace': 'جایگزینی رکوردهای هم‌شناسه',
  'check.try': 'بررسی کن',
  'check.trying': 'در حال بررسی',
  'check.sound': 'هیچ ایرادی ندارد',
  'check.would':
    '{created, plural, one {# رکورد} other {# رکورد}} ساخته و {changed, plural, one {# رکورد} other {# رکورد}} دگرگون می‌شود. هنوز چیزی نوشته نشده است.',
  'check.write': 'بنویس',
  'check.writing': 'در حال نوشتن',
  'check.confirm': '{count, plural, one {# عمل} other {# عمل}} نوشته شود؟',
  'check.confirmText':
    'همه یک‌باره برقرار می‌شود. آنچه در روزنگار است می‌ماند؛ تغییر بعدی می‌تواند آن را اصلاح کند.',
  'check.legalBasis': 'مبنای قانونی (اختیاری)',
  'check.written': 'نوشته شد',
  'check.position': 'جایگاه در روزنگار: {position}.',
  'check.refused': '{count, plural, =0 {پذیرفته نشد} one {# ایراد هست} other {# ایراد هست}}',
  'check.code': 'نوع',
  'check.allCodes': 'همه ({count, number})',
  'check.report': 'دریافت گزارش',
  'check.whole': 'همهٔ تغییر',
  'check.place': '{named, select, no {شمارهٔ {number}} other {شمارهٔ {number} · {name}}}',
  'check.other': 'دیدن {record}',
  'check.showAll': 'نمایش همه: {count, number}',
  'check.map': 'نقشهٔ تغییر',
  'check.legend.change': 'آنچه می‌آورید',
  'check.legend.fault': 'بخش ناسازگار',
};
