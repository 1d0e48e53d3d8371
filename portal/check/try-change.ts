import { RequestError } from '../api/problem.ts';
import { type Ask, apiPath, sendJson } from '../api/request.ts';
import type { ChangeOperation } from './change.ts';
import { type ChangeViolation, violationsOf } from './violation.ts';

/** What the server says of a change. */
export type Verdict =
  | { readonly kind: 'sound'; readonly created: number; readonly changed: number }
  | { readonly kind: 'refused'; readonly sentence: string; readonly violations: readonly ChangeViolation[] };

interface BatchAnswer {
  readonly position?: number;
  readonly operations: readonly {
    readonly register: string;
    readonly records: readonly { readonly id: string; readonly created: boolean }[];
  }[];
}

/** Everything but the commit. @throws RequestError for answers that say nothing of the change */
export async function tryChange(operations: readonly ChangeOperation[], ask: Ask): Promise<Verdict> {
  return judged(async () => {
    const path = apiPath(['batch'], { dryRun: true });
    const answer = await sendJson<BatchAnswer>(path, { ...ask, method: 'POST', body: operations });
    const records = answer.operations.flatMap((operation) => operation.records);
    const created = records.filter((record) => record.created).length;
    return { kind: 'sound', created, changed: records.length - created };
  });
}

export interface WrittenChange {
  readonly kind: 'written';
  readonly position: number;
  readonly records: readonly { readonly register: string; readonly id: string }[];
}

/** Writes it. What stood when it was tried may have changed: a refusal comes as a verdict. */
export async function writeChange(
  operations: readonly ChangeOperation[],
  legalBasis: string,
  ask: Ask,
): Promise<WrittenChange | Verdict> {
  return judged(async () => {
    const path = apiPath(['batch'], { cause: 'portal', legalBasis: legalBasis.trim() || undefined });
    const answer = await sendJson<BatchAnswer>(path, { ...ask, method: 'POST', body: operations });
    const records = answer.operations.flatMap(({ register, records }) =>
      records.map(({ id }) => ({ register, id })),
    );
    return { kind: 'written', position: answer.position ?? 0, records };
  });
}

async function judged<Answer>(work: () => Promise<Answer>): Promise<Answer | Verdict> {
  try {
    return await work();
  } catch (error) {
    const isAboutIt = error instanceof RequestError && [400, 404, 409, 412, 413, 422].includes(error.status);
    if (!isAboutIt || error.problem === undefined) throw error;
    const { detail, title, errors = [] } = error.problem;
    return { kind: 'refused', sentence: detail ?? title ?? '', violations: violationsOf(errors) };
  }
}
