import { defineCatalogue } from '../../kernel/i18n/catalogue.ts';

/** What `ufuq count` says at the terminal. */
export const countCliMessages = defineCatalogue({
  en: {
    'verb.count': 'Say how many records there were, and whether that is all',
    'argument.count-register': 'Register to count',
    'option.group-by': 'Break the count down by fields: status, opened:year',
    'count.column-count': 'records',
    'count.column-undated': 'without a date',
    'count.stated': 'Stated by {custodian}: {basis}',
    'count.more': '{shown} of {all} groups; --json prints the rest page by page with --token {token}',
    'option.token': 'Page of groups that the one before named',
    'count.group-field': '--group-by: "{value}" cannot be grouped by; possible are {allowed}.',
  },
  az: {
    'verb.count': 'Neçə yazı olduğunu və bunun hamısı olub-olmadığını de',
    'argument.count-register': 'Sayılacaq reyestr',
    'option.group-by': 'Sayı sahələr üzrə böl: status, opened:year',
    'count.column-count': 'yazı',
    'count.column-undated': 'tarixsiz',
    'count.stated': 'Bildirən {custodian}: {basis}',
    'count.more': '{all} qrupdan {shown}; qalanını --json ilə səhifə-səhifə --token {token} çap edir',
    'option.token': 'Əvvəlki səhifənin göstərdiyi qruplar səhifəsi',
    'count.group-field': '--group-by: "{value}" üzrə qruplaşdırmaq olmaz; mümkün olanlar: {allowed}.',
  },
  ar: {
    'verb.count': 'قل كم قيدًا كان، وهل هذا هو الكل',
    'argument.count-register': 'السجل المطلوب عدّه',
    'option.group-by': 'قسّم العدد حسب الحقول: status أو opened:year',
    'count.column-count': 'القيود',
    'count.column-undated': 'بلا تاريخ',
    'count.stated': 'صرّح به {custodian}: {basis}',
    'count.more': '{shown} من {all} مجموعة؛ يطبع --json الباقي صفحة صفحة مع --token {token}',
    'option.token': 'صفحة المجموعات التي سمّتها الصفحة السابقة',
    'count.group-field': '--group-by: لا يمكن التجميع حسب "{value}"؛ الممكن: {allowed}.',
  },
  fa: {
    'verb.count': 'بگو چند رکورد بوده و آیا همه همین است',
    'argument.count-register': 'دفتر ثبتی که شمرده می‌شود',
    'option.group-by': 'شمار را بر پایهٔ فیلدها بشکن: status یا opened:year',
    'count.column-count': 'رکورد',
    'count.column-undated': 'بی‌تاریخ',
    'count.stated': 'اعلام‌کننده {custodian}: {basis}',
    'count.more': '{shown} از {all} گروه؛ --json بقیه را صفحه به صفحه با --token {token} چاپ می‌کند',
    'option.token': 'صفحهٔ گروه‌ها که صفحهٔ پیشین نام برده است',
    'count.group-field': '--group-by: بر پایهٔ "{value}" نمی‌توان گروه‌بندی کرد؛ ممکن: {allowed}.',
  },
});
