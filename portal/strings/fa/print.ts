import type { print as english } from '../en/print.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of printed maps, in Persian. */
export const print: Sentences<typeof english> = {
  'print.title': 'چاپ',
  'print.busy': 'در حال رسم برگه',
  'print.pdf': 'برگهٔ A4، PDF',
  'print.png': 'تصویر (PNG)',
  'print.records': '{total, plural, other {# رکورد}}',
  'print.trueOn': 'آن‌گونه که در {date} بود',
  'print.knownOn': 'آن‌گونه که در {date} دانسته بود',
  'print.filter': 'پالایه: {filter}',
  'print.source': 'منبع: ثبت «{register}»، {address}',
  'print.sourceKeeper': 'منبع: ثبت «{register}»، نگهدارنده: {keeper}، {address}',
  'print.printed': 'چاپ در {date}',
  'print.north': 'ش',
  'print.metres': '{length} متر',
  'print.kilometres': '{length} کیلومتر',
};
