/** What `ufuq doctor` found about one thing; its sentence is `doctor.<id>.<outcome>` of the command line. */
export interface Check {
  readonly id: string;
  readonly status: 'ok' | 'warning' | 'problem';
  /** Names the sentence; the status where there is one for each. */
  readonly outcome: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function check(
  id: string,
  status: Check['status'],
  params: Check['params'] = {},
  outcome: string = status,
): Check {
  return { id, status, outcome, params };
}
