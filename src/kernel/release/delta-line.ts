import { canonicalJson } from '../log/canonical-json.ts';
import type { RecordLine } from './record-line.ts';

/**
 * What became of a record from one release to the next. `restated`: another entry of the log says the same of it.
 */
export const deltaOperations = ['added', 'changed', 'restated', 'removed'] as const;
export type DeltaOperation = (typeof deltaOperations)[number];

/**
 * A line of a delta: the record's line in the newer release (of one that was removed, in the older), with what it is about
 * and, for `changed` and `restated`, what it was before.
 */
export interface DeltaLine extends RecordLine {
  readonly op: DeltaOperation;
  readonly register: string;
  readonly before?: Pick<RecordLine, 'geometry' | 'log' | 'properties'>;
}

/** The line for a record that has these lines in the two releases; one of them may be missing. */
export function deltaLine(
  register: string,
  older: string | undefined,
  newer: string | undefined,
): { readonly op: DeltaOperation; readonly text: string } {
  const [was, is] = [older, newer].map((text) =>
    text === undefined ? undefined : (JSON.parse(text) as RecordLine),
  );
  if (!was || !is) {
    const op = was ? 'removed' : 'added';
    return { op, text: canonicalJson({ ...(was ?? is!), op, register }) };
  }
  const { geometry, log, properties } = was;
  const says = (line: RecordLine) => canonicalJson([line.geometry, line.properties]);
  const op = says(was) === says(is) ? 'restated' : 'changed';
  return { op, text: canonicalJson({ ...is, before: { geometry, log, properties }, op, register }) };
}

/** A line of a delta as the lines of the two releases that it was made from. */
export function linesOfDelta(line: DeltaLine): { readonly older?: RecordLine; readonly newer?: RecordLine } {
  const { op, register: _, before, ...record } = line;
  if (op === 'removed') return { older: record };
  return { newer: record, ...(before && { older: { ...record, ...before } }) };
}
