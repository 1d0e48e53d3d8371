import type { Caller } from '../../kernel/access/caller.ts';
import { Problem } from '../../kernel/errors.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { Question, RecordView } from '../../kernel/query/question.ts';
import type { Services } from '../../kernel/services.ts';

export interface KnownAt {
  readonly reader: Services['reader'];
  readonly caller: Caller;
  /** As was known at this position. */
  readonly asOf: Position;
}

/**
 * Records of a register by id, at one position of the log; of several versions the one that holds last. A register that is
 * not there, or that the caller may not know of, has none.
 */
export async function readRecords(
  { reader, caller, asOf }: KnownAt,
  register: string,
  datetime: Question['datetime'] = { from: null, to: null },
): Promise<ReadonlyMap<string, RecordView>> {
  const found = new Map<string, RecordView>();
  try {
    for await (const batch of reader.stream({ register, caller, asOf, datetime, skipGeometry: true }))
      for (const record of batch) {
        const other = found.get(record.id);
        if (other === undefined || (other.valid.from ?? '') < (record.valid.from ?? ''))
          found.set(record.id, record);
      }
  } catch (error) {
    if (error instanceof Problem && error.id === 'register-not-found') return new Map();
    throw error;
  }
  return found;
}
