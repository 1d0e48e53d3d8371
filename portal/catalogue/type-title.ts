import type { Translate } from '../strings/translator.ts';

const known = ['dataset', 'release', 'process'] as const;

/** What a kind of resource is called; one that the portal does not know keeps its code. */
export function typeTitle(type: string, t: Translate): string {
  const kind = known.find((each) => each === type);
  return kind === undefined ? type : t(`catalogue.${kind}`);
}
