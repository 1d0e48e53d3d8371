/** Sentences about predecessors and successors, in English. */
export const lineage = {
  'lineage.title': 'Where it came from, and what came of it',
  'lineage.before': 'Predecessors',
  'lineage.after': 'Successors',
  'lineage.partly': 'The {count, number} nearest are shown; the API tells the rest in pages.',
} as const;
