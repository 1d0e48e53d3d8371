import type { print as english } from '../en/print.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of printed maps, in Arabic. */
export const print: Sentences<typeof english> = {
  'print.title': 'طباعة',
  'print.busy': 'يُرسم الآن',
  'print.pdf': 'ورقة A4 بصيغة PDF',
  'print.png': 'صورة (PNG)',
  'print.records':
    '{total, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}',
  'print.trueOn': 'كما كان في {date}',
  'print.knownOn': 'كما عُرف في {date}',
  'print.filter': 'التصفية: {filter}',
  'print.source': 'المصدر: سجل «{register}»، {address}',
  'print.sourceKeeper': 'المصدر: سجل «{register}»، يمسكه {keeper}، {address}',
  'print.printed': 'طُبع في {date}',
  'print.north': 'ش',
  'print.metres': '{length} م',
  'print.kilometres': '{length} كم',
};
