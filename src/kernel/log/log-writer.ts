import { randomBytes } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import type { Clock } from '../clock.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Problem, type Violation } from '../errors.ts';
import { stillKnown, systemColumns as system, tableOf } from '../register/columns.ts';
import { checkRecord, type RecordLimits } from '../register/record-check.ts';
import type { Register, Registry } from '../register/register.ts';
import { readRow, selectColumns } from '../register/row.ts';
import { applyIntent } from './apply-intent.ts';
import { checkBatch } from './batch-check.ts';
import { Changeset } from './changeset.ts';
import { entryLine, entryTarget, rowLine, rowTarget } from './copy-line.ts';
import { sqlInstant } from './instant.ts';
import type { Intent, WriteContext, Writer, Written } from './intent.ts';
import { inChunks, lockHead, sealBatch, touchRegister } from './log-batch.ts';

export interface WriterOptions {
  readonly database: Database;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly limits: RecordLimits;
}

/** The one way in: checks a batch of intents, appends its entries and brings the registers' tables up to date. */
export class LogWriter implements Writer {
  private readonly options: WriterOptions;

  constructor(options: WriterOptions) {
    this.options = options;
  }

  async write(intents: readonly Intent[], context: WriteContext): Promise<readonly Written[]> {
    if (context.caller.kind !== 'administrator') throw new Problem('not-authorised');
    if (intents.length === 0) return [];
    const named = this.prepare(intents);
    try {
      return await this.options.database.transaction((tx) => this.run(tx, named, context));
    } catch (error) {
      if (error instanceof Rehearsal) return error.written;
      throw error;
    }
  }

  /** Gives creates their ids and checks every body by itself, before anybody waits for the log. */
  private prepare(intents: readonly Intent[]): readonly NamedIntent[] {
    const violations: Violation[] = [];
    const named = intents.map((intent, index): NamedIntent => {
      const register = this.options.registry.require(intent.register);
      const record = intent.record ?? newRecordId(this.options.clock().getTime());
      if (!isRecordId(record))
        violations.push(at(index, intents, { pointer: '/id', code: 'record-id', params: { value: record } }));
      if (!('body' in intent)) return { ...intent, record };
      const checked = checkRecord(register, intent.body, this.options.limits);
      violations.push(...checked.violations.map((violation) => at(index, intents, violation)));
      return { ...intent, record, body: checked.body };
    });
    if (violations.length > 0) throw new Problem('invalid-record', {}, violations);
    return named;
  }

  private async run(
    tx: Queryable,
    intents: readonly NamedIntent[],
    context: WriteContext,
  ): Promise<readonly Written[]> {
    const { registry, clock, limits } = this.options;
    const first = (await lockHead(tx)) + 1;
    const now = clock();
    const changesets = new Map<string, Changeset>();
    for (const id of new Set(intents.map((intent) => intent.register)))
      changesets.set(id, await this.load(tx, registry.require(id), intents));

    let position = first - 1;
    const violations: Violation[] = [];
    const written: Written[] = [];
    for (const [index, intent] of intents.entries()) {
      const changeset = changesets.get(intent.register)!;
      const outcome = applyIntent(changeset, intent, {
        now: now.getTime(),
        next: position + 1,
        limits,
        isTakeover: context.isTakeover ?? false,
      });
      if ('violations' in outcome) violations.push(...outcome.violations.map((v) => at(index, intents, v)));
      else {
        position = outcome.position;
        written.push({ register: intent.register, record: intent.record, ...outcome });
      }
    }
    if (violations.length > 0) throw new Problem('invalid-record', {}, violations);

    for (const changeset of changesets.values()) await store(tx, changeset);
    for (const changeset of changesets.values())
      await touchRegister(tx, registry.numberOf(changeset.register.id), position);
    await checkBatch(tx, registry, changesets, first, (register, record, violation) => {
      const index = intents.findLastIndex(
        (intent) => intent.register === register && intent.record === record,
      );
      return at(index, intents, violation);
    });
    await sealBatch(tx, first, position, {
      actor: context.caller.name,
      legalBasis: context.legalBasis ?? null,
      cause: context.cause,
      recordedAt: now,
    });
    if (context.dryRun) throw new Rehearsal(written);
    return written;
  }

  private async load(tx: Queryable, register: Register, intents: readonly NamedIntent[]): Promise<Changeset> {
    const records = new Set(intents.filter((i) => i.register === register.id).map((intent) => intent.record));
    const shape = { fields: register.fields, epsg: register.geometry ? 4326 : null };
    const rows = await tx.query(sql`
      select ${selectColumns(shape)} from ${raw(tableOf(register.id))} t
      where t.${raw(system.record)} = any(${[...records]}::text[]) and t.${raw(system.knownTo)} = ${stillKnown}::bigint`);
    const known = rows.map((row) => readRow(row, shape));
    return new Changeset(register, this.options.registry.numberOf(register.id), known, stillKnown);
  }
}

export type NamedIntent = Intent & { readonly record: string };

/** Thrown at the end of a dry run, so that the transaction rolls back. */
class Rehearsal extends Error {
  readonly written: readonly Written[];

  constructor(written: readonly Written[]) {
    super('dry run');
    this.written = written;
  }
}

async function store(tx: Queryable, changeset: Changeset): Promise<void> {
  const { register, entries, closed, added } = changeset;
  await tx.copyIn(entryTarget, inChunks(entries.map(entryLine)));
  if (closed.length > 0)
    await tx.query(sql`
      update ${raw(tableOf(register.id))} t set ${raw(system.knownTo)} = c.known_to
      from unnest(
        ${closed.map((row) => row.record)}::text[], ${closed.map((row) => sqlInstant(row.from))}::timestamptz[],
        ${closed.map((row) => row.knownFrom)}::bigint[], ${closed.map((row) => row.knownTo)}::bigint[]
      ) as c (record, valid_from, known_from, known_to)
      where t.${raw(system.record)} = c.record and t.${raw(system.validFrom)} = c.valid_from
        and t.${raw(system.knownFrom)} = c.known_from and t.${raw(system.knownTo)} = ${stillKnown}::bigint`);
  if (added.length > 0)
    await tx.copyIn(rowTarget(register), inChunks(added.map((row) => rowLine(row, register.fields))));
}

function at(index: number, intents: readonly unknown[], violation: Violation): Violation {
  return intents.length === 1 ? violation : { ...violation, pointer: `/${index}${violation.pointer}` };
}

/** 1 to 200 characters without control characters; anything that survives a URL. */
export function isRecordId(record: string): boolean {
  return record.length > 0 && record.length <= 200 && !/\p{Cc}/u.test(record) && record.isWellFormed();
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
