import type { lineage as english } from '../en/lineage.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences about predecessors and successors, in Persian. */
export const lineage: Sentences<typeof english> = {
  'lineage.title': 'از کجا آمد و چه از آن پدید آمد',
  'lineage.before': 'پیشینیان',
  'lineage.after': 'جانشینان',
  'lineage.partly':
    'نزدیک‌ترین {count, number} نشان داده شده است؛ بقیه را رابط برنامه‌نویسی صفحه‌به‌صفحه می‌گوید.',
};
