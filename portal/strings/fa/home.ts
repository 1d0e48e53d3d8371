import type { home as english } from '../en/home.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of home and search, in Persian. */
export const home: Sentences<typeof english> = {
  'home.title': 'دفترهای ثبت کشور روی یک نقشه',
  'home.lead':
    'یک مکان، رکورد یا دفتر ثبت را بیابید و ببینید چه کسی پشت آن است، از کی برقرار است و چگونه تغییر کرده.',
  'home.map': 'نقشهٔ کشور',
  'home.registers': 'دفترهای ثبت بر پایهٔ حوزه',
  'home.registerCount': '{count, plural, other {# دفتر ثبت}}',
  'home.recordCount': '{count, plural, other {# رکورد}}',
  'home.noRegisters': 'هنوز دفتر ثبتی اعلام نشده است. پرونده‌ای وارد کنید تا اینجا دیده شود.',
  'search.label': 'جست‌وجو در همهٔ دفترها',
  'search.placeholder': 'نام مکان، رکورد یا دفتر ثبت',
  'search.submit': 'جست‌وجو',
  'search.results': '{count, plural, =0 {چیزی یافت نشد} other {# نتیجه}}',
  'search.nothing': 'برای «{words}» چیزی یافت نشد. حروف کمتر یا املای دیگری را بیازمایید.',
  'search.hint': 'با کلیدهای جهت میان نتایج بروید و با Enter یکی را باز کنید.',
  'search.registers': 'دفترهای ثبت',
};
