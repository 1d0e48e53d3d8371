import type { lineage as english } from '../en/lineage.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences about predecessors and successors, in Azerbaijani. */
export const lineage: Sentences<typeof english> = {
  'lineage.title': 'Haradan yarandı və ondan nə yarandı',
  'lineage.before': 'Sələflər',
  'lineage.after': 'Xələflər',
  'lineage.partly': 'Ən yaxın {count, number} yazı göstərilir; qalanını API səhifə-səhifə bildirir.',
};
