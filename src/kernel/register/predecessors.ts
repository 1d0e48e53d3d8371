import type { Field } from './declaration.ts';
import { predecessorsField } from './rule.ts';

/** The field in which a record of a register with lineage names the records that it came from. */
export function predecessorsOf(register: string): Field {
  return {
    name: predecessorsField,
    type: 'array',
    items: 'string',
    ref: register,
    title: { az: 'Sələflər', en: 'Predecessors', ar: 'القيود السابقة', fa: 'رکوردهای پیشین' },
    description: {
      az: 'Bölünmə və ya birləşmə ilə bu yazının yarandığı yazılar.',
      en: 'The records that this one came from, by a split or a merger.',
      ar: 'القيود التي نشأ عنها هذا القيد بالتقسيم أو بالدمج.',
      fa: 'رکوردهایی که این رکورد با تفکیک یا تجمیع از آن‌ها پدید آمده است.',
    },
  };
}
