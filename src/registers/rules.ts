import type { Rule } from '../kernel/register/declaration.ts';
import { text } from './text.ts';

/** The rule that an end date, where known, does not come before its start date. */
export function notBefore(end: string, start: string): Rule {
  return {
    id: `${end}-not-before-${start}`.replaceAll('_', '-'),
    holds: `${start} IS NULL OR ${end} IS NULL OR ${end} >= ${start}`,
    sentence: text(
      `"${end}" tarixi "${start}" tarixindən əvvəl ola bilməz.`,
      `The date "${end}" cannot come before "${start}".`,
      `لا يمكن أن يسبق التاريخ «${end}» التاريخ «${start}».`,
      `تاریخ «${end}» نمی‌تواند پیش از «${start}» باشد.`,
    ),
  };
}
