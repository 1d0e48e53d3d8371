import type { lineage as english } from '../en/lineage.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences about predecessors and successors, in Arabic. */
export const lineage: Sentences<typeof english> = {
  'lineage.title': 'من أين جاء وما الذي نشأ عنه',
  'lineage.before': 'السوابق',
  'lineage.after': 'اللواحق',
  'lineage.partly': 'يُعرض أقرب {count, number}؛ وتذكر الواجهة البرمجية البقية صفحة صفحة.',
};
