import { type Status, statuses } from './promises-answer.ts';

export const views = ['date', 'party'] as const;
export type View = (typeof views)[number];

/** What the address of the room says is looked at. */
export interface PromisesAddress {
  readonly datetime?: string | undefined;
  readonly asOf?: string | undefined;
  readonly party?: string | undefined;
  readonly status?: Status | undefined;
  readonly isWithoutEvidence: boolean;
  readonly view: View;
}

export function readAddress(search: URLSearchParams): PromisesAddress {
  const text = (name: string) => search.get(name) || undefined;
  const status = text('status');
  return {
    datetime: text('datetime'),
    asOf: text('asOf'),
    party: text('party'),
    status: statuses.find((each) => each === status),
    isWithoutEvidence: search.get('evidence') === 'none',
    view: search.get('view') === 'party' ? 'party' : 'date',
  };
}

/** The query of another look at the promises; what is left empty is left out. */
export function writeAddress(address: PromisesAddress): string {
  const { datetime, asOf, party, status, isWithoutEvidence, view } = address;
  const search = new URLSearchParams();
  const values = { datetime, asOf, party, status, evidence: isWithoutEvidence ? 'none' : undefined };
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  if (view !== 'date') search.set('view', view);
  return search.size > 0 ? `?${search}` : '?';
}
