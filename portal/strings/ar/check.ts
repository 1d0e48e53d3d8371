import type { check as english } from '../en/check.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of the room in which a change is tried out, in Arabic. */
export const check: Sentences<typeof english> = {
  'check.title': 'فحص تغيير',
  'check.lead':
    'ضع هنا ما تنوي تغييره. يمر الخادم على كل القواعد دون أن يكتب شيئًا، ويقول ويرسم كل ما هو خطأ دفعة واحدة.',
  'check.needsToken': 'تجربة تغيير تسأل الخادم بصفة مديره. يمكنك تحضير تغيير والنظر في المثال دون دخول.',
  'check.change': 'التغيير',
  'check.changeHelp':
    'ألصق أو أسقط عناصر GeoJSON، أو مصفوفة JSON من العمليات (create, replace, update, retire, split, merge).',
  'check.file': 'اختر ملفًا',
  'check.example': 'أظهر مثالًا',
  'check.tooLarge': 'الملف أكبر من {limit} ميغابايت. استورده تجريبيًا بدلًا من ذلك.',
  'check.wrong.json': 'هذا ليس JSON. {detail}',
  'check.wrong.form': 'هذا ليس عناصر GeoJSON ولا مصفوفة عمليات في كل منها “op” و“register”.{detail}',
  'check.isBatch':
    '{count, plural, one {عملية واحدة} two {عمليتان} few {# عمليات} many {# عملية} other {# عملية}}',
  'check.isFeatures':
    '{count, plural, one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}',
  'check.register': 'السجل',
  'check.choose': 'اختر',
  'check.meaning': 'المقصود',
  'check.meaning.create': 'قيود جديدة',
  'check.meaning.replace': 'استبدال القيود ذات المعرّف نفسه',
  'check.try': 'افحص',
  'check.trying': 'جارٍ الفحص',
  'check.sound': 'لا خطأ فيه',
  'check.would':
    'سينشئ {created, plural, one {قيدًا واحدًا} two {قيدين} few {# قيود} many {# قيدًا} other {# قيد}} ويغيّر {changed, plural, one {قيدًا واحدًا} two {قيدين} few {# قيود} many {# قيدًا} other {# قيد}}. لم يُكتب شيء بعد.',
  'check.write': 'اكتبه',
  'check.writing': 'جارٍ الكتابة',
  'check.confirm':
    'أتُكتب {count, plural, one {عملية واحدة} two {عمليتان} few {# عمليات} many {# عملية} other {# عملية}}؟',
  'check.confirmText': 'يسري كله دفعة واحدة. وما في السجل الزمني يبقى فيه؛ ويمكن لتغيير لاحق أن يصححه.',
  'check.legalBasis': 'السند القانوني (اختياري)',
  'check.written': 'كُتب',
  'check.position': 'الموضع في السجل الزمني: {position}.',
  'check.refused':
    '{count, plural, =0 {رُفض} one {خطأ واحد} two {خطآن} few {# أخطاء} many {# خطأ} other {# خطأ}}',
  'check.code': 'النوع',
  'check.allCodes': 'الكل ({count, number})',
  'check.report': 'نزّل التقرير',
  'check.whole': 'التغيير كله',
  'check.place': '{named, select, no {رقم {number}} other {رقم {number} · {name}}}',
  'check.other': 'انظر {record}',
  'check.showAll': 'أظهر الكل: {count, number}',
  'check.map': 'خريطة التغيير',
  'check.legend.change': 'ما تأتي به',
  'check.legend.fault': 'موضع الخطأ',
};
