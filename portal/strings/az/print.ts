import type { print as english } from '../en/print.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of printed maps, in Azerbaijani. */
export const print: Sentences<typeof english> = {
  'print.title': 'Çap',
  'print.busy': 'Vərəq çəkilir',
  'print.pdf': 'A4 vərəqi, PDF',
  'print.png': 'Şəkil (PNG)',
  'print.records': '{total, plural, other {# yazı}}',
  'print.trueOn': '{date} tarixinə doğru olan',
  'print.knownOn': '{date} tarixinə məlum olan',
  'print.filter': 'süzgəc: {filter}',
  'print.source': 'Mənbə: “{register}” reyestri, {address}',
  'print.sourceKeeper': 'Mənbə: “{register}” reyestri, aparan: {keeper}, {address}',
  'print.printed': 'Çap tarixi: {date}',
  'print.north': 'Şm',
  'print.metres': '{length} metr',
  'print.kilometres': '{length} kilometr',
};
