import { randomBytes } from 'node:crypto';
import { Problem, type Violation } from '../errors.ts';
import { checkRecord } from '../register/record-check.ts';
import type { Intent, WriteContext, Writer, Written } from './intent.ts';
import {
  at,
  keyOf,
  type NamedIntent,
  type WaitingBatch,
  type WriterOptions,
  writeGroup,
} from './write-group.ts';
import { WriteQueue } from './write-queue.ts';

/** Intents from which a batch is worth a transaction of its own. */
const largeBatch = 100;

/** The one way in: checks a batch of intents, appends its entries and brings the registers' tables up to date. */
export class LogWriter implements Writer {
  private readonly options: WriterOptions;
  private readonly queue: WriteQueue<WaitingBatch>;

  constructor(options: WriterOptions) {
    this.options = options;
    this.queue = new WriteQueue((group) => writeGroup(options, group));
  }

  async write(intents: readonly Intent[], context: WriteContext): Promise<readonly Written[]> {
    if (context.caller.kind !== 'administrator') throw new Problem('not-authorised');
    if (intents.length === 0) return [];
    const { named, faults } = this.prepare(intents);
    return await new Promise((resolve, reject) => {
      this.queue.add({
        intents: named,
        faults,
        context,
        keys: new Set(named.map(({ register, record }) => keyOf(register, record))),
        weight: named.length,
        isAlone: context.dryRun === true || faults.length > 0 || named.length >= largeBatch,
        resolve,
        reject,
      });
    });
  }

  /**
   * Gives creates their ids and checks every body by itself, before anybody waits for the log. One that is at fault goes on
   * with what of it is sound: it will be refused, for everything that is wrong at once.
   */
  private prepare(intents: readonly Intent[]): {
    readonly named: readonly NamedIntent[];
    readonly faults: readonly Violation[];
  } {
    const faults: Violation[] = [];
    const named = intents.map((intent, index): NamedIntent => {
      const register = this.options.registry.require(intent.register);
      const record = intent.record ?? newRecordId(this.options.clock().getTime());
      if (!isRecordId(record))
        faults.push(at(index, intents, { pointer: '/id', code: 'record-id', params: { value: record } }));
      if (!('body' in intent)) return { ...intent, record };
      const checked = checkRecord(register, intent.body, this.options.limits);
      faults.push(...checked.violations.map((violation) => at(index, intents, violation)));
      return { ...intent, record, body: checked.body };
    });
    return { named, faults };
  }
}

/** Whether a text can be the id of a record: 1 to 200 characters that survive a URL, in which “.” and “..” are other places. */
export function isRecordId(record: string): boolean {
  if (record.length === 0 || record.length > 200 || record === '.' || record === '..') return false;
  return !/\p{Cc}/u.test(record) && record.isWellFormed();
}

/** UUID version 7 (RFC 9562): sorts by the time it was made. */
function newRecordId(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
