import { defineCatalogue } from '../../kernel/i18n/catalogue.ts';

/** What `ufuq batch` says at the terminal. */
export const batchCliMessages = defineCatalogue({
  en: {
    'verb.batch': 'Write operations across registers from a file as one atomic batch',
    'argument.batch': 'JSON file with an array of operations; - reads from standard input',
    'option.dry-run': 'do everything but the commit, and say what would be written',
    'option.legal-basis': 'legal basis of the change',
    'batch.written':
      '{operations, plural, one {# operation} other {# operations}} written, {records, plural, one {# record} other {# records}}; log position {position}.',
    'batch.planned':
      '{operations, plural, one {# operation} other {# operations}} would be written, {records, plural, one {# record} other {# records}}. Nothing was changed.',
  },
  az: {
    'verb.batch': 'Fayldakı əməliyyatları reyestrlərə bölünməz bir paket kimi yaz',
    'argument.batch': 'əməliyyatlar massivi olan JSON faylı; - standart girişdən oxuyur',
    'option.dry-run': 'yazmaqdan başqa hər şeyi et və nə yazılacağını de',
    'option.legal-basis': 'dəyişikliyin hüquqi əsası',
    'batch.written':
      '{operations, plural, one {# əməliyyat} other {# əməliyyat}} yazıldı, {records, plural, one {# yazı} other {# yazı}}; jurnaldakı mövqe {position}.',
    'batch.planned':
      '{operations, plural, one {# əməliyyat} other {# əməliyyat}} yazılardı, {records, plural, one {# yazı} other {# yazı}}. Heç nə dəyişmədi.',
  },
  ar: {
    'verb.batch': 'اكتب عمليات على السجلات من ملف دفعةً واحدة لا تتجزأ',
    'argument.batch': 'ملف JSON فيه مصفوفة عمليات؛ و- للقراءة من الدخل القياسي',
    'option.dry-run': 'افعل كل شيء سوى التثبيت، وقل ما كان سيُكتب',
    'option.legal-basis': 'السند القانوني للتغيير',
    'batch.written':
      'كُتبت {operations, plural, one {عملية واحدة} two {عمليتان} few {# عمليات} many {# عملية} other {# عملية}}، {records, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}؛ الموضع في السجل {position}.',
    'batch.planned':
      'كانت ستُكتب {operations, plural, one {عملية واحدة} two {عمليتان} few {# عمليات} many {# عملية} other {# عملية}}، {records, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}. لم يتغير شيء.',
  },
  fa: {
    'verb.batch': 'عمل‌های یک پرونده را در دفترها به‌صورت یک بستهٔ یکپارچه بنویس',
    'argument.batch': 'پروندهٔ JSON با آرایه‌ای از عمل‌ها؛ - از ورودی استاندارد می‌خواند',
    'option.dry-run': 'همه کار جز ثبت نهایی را انجام بده و بگو چه نوشته می‌شد',
    'option.legal-basis': 'مبنای قانونی تغییر',
    'batch.written':
      '{operations, plural, one {# عمل} other {# عمل}} نوشته شد، {records, plural, one {# رکورد} other {# رکورد}}؛ جایگاه در روزنگار {position}.',
    'batch.planned':
      '{operations, plural, one {# عمل} other {# عمل}} نوشته می‌شد، {records, plural, one {# رکورد} other {# رکورد}}. چیزی تغییر نکرد.',
  },
});
