import { Problem, type Violation } from '../../errors.ts';
import type { Register, Registry } from '../../register/register.ts';
import { predecessorsField } from '../../register/rule.ts';
import type { ValidPeriod } from '../entry.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import type { Intent } from '../intent.ts';
import type { MergeOperation, NewRecord, Operation, SplitOperation } from './operation.ts';

/** An intent with where in the batch it comes from. */
export interface PlacedIntent {
  readonly intent: Intent;
  readonly operation: number;
  /** Pointer of the part of the operation that the intent says: `` or `/into/1`. */
  readonly part: string;
}

/**
 * Says operations as the intents of the log's writer. A split or merger ends its predecessors and begins its successors at one
 * moment; that they fit one another, the writer checks when all is written.
 * @throws {Problem} `invalid-record` where a register keeps no lineage or cannot state the moment
 */
export function expandOperations(
  operations: readonly Operation[],
  registry: Registry,
  now: Date,
): readonly PlacedIntent[] {
  const violations: Violation[] = [];
  const placed = operations.flatMap((operation, index): PlacedIntent[] => {
    if (operation.op !== 'split' && operation.op !== 'merge')
      return [{ intent: plainIntent(operation), operation: index, part: '' }];
    const register = registry.require(operation.register);
    const moment = register.lineage && momentOf(register, operation.at, now);
    const pointer = `/${index}`;
    if (moment === undefined) {
      violations.push({ pointer, code: 'no-lineage', params: { register: register.id } });
      return [];
    }
    if ('code' in moment) {
      violations.push({ ...moment, pointer: `${pointer}/at` });
      return [];
    }
    return lineageIntents(register, operation, moment).map((each) => ({ ...each, operation: index }));
  });
  if (violations.length > 0) throw new Problem('invalid-record', {}, violations);
  return placed;
}

function plainIntent(operation: Exclude<Operation, SplitOperation | MergeOperation>): Intent {
  const { op: verb, ...rest } = operation;
  if (verb === 'create' || verb === 'replace') {
    const { id, properties, geometry, ...target } = rest as Extract<Operation, { op: 'create' | 'replace' }>;
    const record = id === undefined ? {} : { record: id };
    return { ...target, ...record, verb, body: { properties, geometry } } as Intent;
  }
  const { id, ...target } = rest as Extract<Operation, { op: 'update' | 'retire' }>;
  return { ...target, verb, record: id } as Intent;
}

/** The moment of a split, in the form in which the register states time. */
type Moment = { readonly at: string; readonly from?: string; readonly to?: string };

function momentOf(
  register: Register,
  given: string | undefined,
  now: Date,
): Moment | Omit<Violation, 'pointer'> {
  const time = register.validTime;
  const field = time.kind === 'interval' ? register.fields.find(({ name }) => name === time.from) : undefined;
  const isDate = field?.type === 'date';
  const present = formatInstant(now.getTime())!;
  const text = given ?? (isDate ? present.slice(0, 10) : present);
  const instant = parseInstant(text);
  if (instant === undefined || (isDate && text.length !== 10)) {
    const example = isDate ? present.slice(0, 10) : present;
    return { code: 'lineage-instant', params: { value: text.slice(0, 80), example } };
  }
  const at = isDate ? text : formatInstant(instant)!;
  return time.kind === 'interval' && time.from && time.to ? { at, from: time.from, to: time.to } : { at };
}

function lineageIntents(
  register: Register,
  operation: SplitOperation | MergeOperation,
  moment: Moment,
): Omit<PlacedIntent, 'operation'>[] {
  const isSplit = operation.op === 'split';
  const ids = isSplit ? [operation.id] : operation.ids;
  const matches = isSplit ? [operation.ifMatch] : (operation.ifMatch ?? []);
  const endings = ids.map((id, index) => ({
    intent: ending(register, id, moment, matches[index]),
    part: isSplit ? '' : `/ids/${index}`,
  }));
  const made = isSplit ? operation.into : [operation.into];
  const beginnings = made.map((record, index) => ({
    intent: beginning(register, record, ids, moment),
    part: isSplit ? `/into/${index}` : '/into',
  }));
  return [...endings, ...beginnings];
}

function ending(
  { id: register }: Register,
  record: string,
  { at, to }: Moment,
  ifMatch: SplitOperation['ifMatch'],
): Intent {
  const target = { register, record, ...(ifMatch === undefined ? {} : { ifMatch }) };
  return to === undefined
    ? { ...target, verb: 'retire', valid: { from: at, to: null } }
    : { ...target, verb: 'update', properties: { [to]: at } };
}

function beginning(
  { id: register }: Register,
  { id, properties, geometry }: NewRecord,
  predecessors: readonly string[],
  { at, from }: Moment,
): Intent {
  const valid: { valid?: ValidPeriod } = from === undefined ? { valid: { from: at, to: null } } : {};
  const stated = from === undefined ? {} : { [from]: at };
  return {
    verb: 'create',
    register,
    ...(id === undefined ? {} : { record: id }),
    ...valid,
    body: { properties: { ...stated, ...properties, [predecessorsField]: predecessors }, geometry },
  };
}
