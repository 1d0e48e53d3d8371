import { Problem, type Violation } from '../../errors.ts';
import type { Services } from '../../services.ts';
import type { PlannedEntry, WriteContext, Written } from '../intent.ts';
import { expandOperations, type PlacedIntent } from './expand.ts';
import type { Operation } from './operation.ts';

/** What became, or would become, of one operation. */
export interface OperationOutcome {
  readonly op: Operation['op'];
  readonly register: string;
  readonly records: readonly RecordOutcome[];
}

export interface RecordOutcome {
  readonly id: string;
  readonly created: boolean;
  /** Position of the entry; of a dry run, the one that it would get now. */
  readonly position: number;
  /** Its entity tag's position from now on; none where it is absent at present. */
  readonly standsSince?: number;
  /** What would be said of the record; of a dry run only. */
  readonly entries?: readonly PlannedEntry[];
}

/**
 * Writes operations as one atomic batch.
 * @throws {Problem} with every violation, each with a pointer into the array of operations
 */
export async function runBatch(
  { registry, writer, clock }: Pick<Services, 'registry' | 'writer' | 'clock'>,
  operations: readonly Operation[],
  context: WriteContext,
): Promise<readonly OperationOutcome[]> {
  const placed = expandOperations(operations, registry, clock());
  const written = await writer
    .write(
      placed.map(({ intent }) => intent),
      context,
    )
    .catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      const found = error.violations.map((violation) => inBatch(violation, placed));
      const inOrder = found.toSorted((a, b) => a.place - b.place).map(({ violation }) => violation);
      throw new Problem(error.id, error.params, inOrder);
    });
  return operations.map(({ op, register }, index) => ({
    op,
    register,
    records: written.filter((_, at) => placed[at]!.operation === index).map(outcomeOf),
  }));
}

/** The writer points to intents; the caller sent operations. `place` is that of the intent. */
function inBatch(
  violation: Violation,
  placed: readonly PlacedIntent[],
): { readonly violation: Violation; readonly place: number } {
  const pointer = placed.length === 1 ? `/0${violation.pointer}` : violation.pointer;
  const [, index = '', rest = ''] = /^\/(\d+)(.*)$/s.exec(pointer) ?? [];
  const place = Number(index || -1);
  const origin = placed[place];
  if (origin === undefined) return { violation, place };
  return { violation: { ...violation, pointer: `/${origin.operation}${origin.part}${rest}` }, place };
}

function outcomeOf({ record, register: _, ...outcome }: Written): RecordOutcome {
  return { id: record, ...outcome };
}
