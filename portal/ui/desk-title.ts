import type { MessageKey } from '../strings/en.ts';
import type { Translate } from '../strings/translator.ts';

/** Desks in the order in which they stand on the first page. */
export const desks = [
  'land',
  'services',
  'infrastructure',
  'observation',
  'spectrum',
  'permits',
  'commitments',
] as const;

export function deskTitle(desk: string | undefined, t: Translate): string {
  const known = desks.find((candidate) => candidate === desk);
  return t(known === undefined ? 'desk.other' : (`desk.${known}` satisfies MessageKey));
}
