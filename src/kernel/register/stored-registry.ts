import sql from 'sql-template-tag';
import type { Clock } from '../clock.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { entryLine, entryTarget } from '../log/copy-line.ts';
import { inChunks, lockHead, sealBatch } from '../log/log-batch.ts';
import { always } from '../log/stretch.ts';
import type { RegisterDeclaration } from './declaration.ts';
import { incompatibilities, newFields } from './declaration-change.ts';
import { normaliseRegister } from './define-register.ts';
import type { Register, Registry } from './register.ts';
import { addColumns, createIndexes, createTable, dropTable } from './table.ts';

/** Number under which the log keeps the definitions of registers themselves. */
const definitionsNumber = 0;

interface StoredRegister {
  number: number;
  id: string;
  origin: Register['origin'];
  definition: RegisterDeclaration;
}

/** The registers that stand: those declared in code and those made at run time, each with its table. */
export class StoredRegistry implements Registry {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly registers = new Map<string, { register: Register; number: number }>();

  private constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Loads the stored registers and makes or extends the tables of those declared in code. */
  static async open(
    database: Database,
    declared: readonly Register[],
    clock: Clock,
    onProgress: (done: number, total: number) => void = () => {},
  ): Promise<StoredRegistry> {
    const registry = new StoredRegistry(database, clock);
    await registry.load();
    for (const [index, register] of declared.entries()) {
      await registry.declare(register);
      onProgress(index + 1, declared.length);
    }
    return registry;
  }

  all(): readonly Register[] {
    return [...this.registers.values()].map(({ register }) => register);
  }

  get(id: string): Register | undefined {
    return this.registers.get(id)?.register;
  }

  require(id: string): Register {
    const register = this.get(id);
    if (!register) throw new Problem('register-not-found', { register: id });
    return register;
  }

  numberOf(id: string): number {
    this.require(id);
    return this.registers.get(id)!.number;
  }

  async create(declaration: RegisterDeclaration, actor: string): Promise<Register> {
    const register = normaliseRegister(declaration, 'run-time');
    await this.database.transaction((tx) => this.createWithin(tx, register, actor));
    await this.load();
    return this.require(register.id);
  }

  /** As `create`, inside a transaction of the caller's; `adopt` it after the commit. */
  async createWithin(tx: Queryable, register: Register, actor: string, withIndexes = true): Promise<number> {
    if (this.get(register.id)) throw new Problem('register-exists', { register: register.id });
    const number = await this.record(tx, register, actor, `register declared: ${register.id}`);
    await createTable(tx, register);
    if (withIndexes) await createIndexes(tx, register);
    return number;
  }

  /** Reads the stored registers anew, after a commit that made or changed one. */
  async load(): Promise<void> {
    const stored = await this.database.query<StoredRegister>(
      sql`select number, id, origin, definition from ufuq.register order by number`,
    );
    this.registers.clear();
    for (const { number, id, origin, definition } of stored)
      this.registers.set(id, { number: Number(number), register: normaliseRegister(definition, origin) });
  }

  async drop(id: string, actor: string): Promise<void> {
    const register = this.require(id);
    if (register.origin === 'code') throw new Problem('conflict', { what: id });
    await this.database.transaction(async (tx) => {
      await this.log(tx, id, null, actor, `register dropped: ${id}`);
      await dropTable(tx, id);
      await tx.query(sql`delete from ufuq.register where id = ${id}`);
    });
    this.registers.delete(id);
  }

  private async declare(register: Register): Promise<void> {
    const stored = this.registers.get(register.id);
    if (!stored) {
      await this.database.transaction((tx) => this.createWithin(tx, register, 'system'));
      await this.load();
      return;
    }
    if (canonicalJson(stored.register) === canonicalJson({ ...register, origin: stored.register.origin }))
      return;
    const refusals = incompatibilities(stored.register, register);
    if (refusals.length > 0) throw new Problem('conflict', { what: register.id }, refusals);
    await this.database.transaction(async (tx) => {
      await addColumns(tx, register, newFields(stored.register, register));
      await createIndexes(tx, register);
      await this.record(tx, register, 'system', `register declared anew: ${register.id}`);
    });
    await this.load();
  }

  private async record(tx: Queryable, register: Register, actor: string, cause: string): Promise<number> {
    const { origin, ...definition } = register;
    await this.log(tx, register.id, definition, actor, cause);
    const [row] = await tx.query<{ number: number }>(sql`
      insert into ufuq.register (id, origin, definition) values (${register.id}, ${origin}, ${JSON.stringify(definition)}::jsonb)
      on conflict (id) do update set origin = excluded.origin, definition = excluded.definition returning number`);
    return Number(row!.number);
  }

  private async log(
    tx: Queryable,
    id: string,
    definition: object | null,
    actor: string,
    cause: string,
  ): Promise<void> {
    const position = (await lockHead(tx)) + 1;
    const body = definition && canonicalJson({ geometry: null, properties: definition });
    const line = entryLine({ position, registerNumber: definitionsNumber, record: id, ...always, body });
    await tx.copyIn(entryTarget, inChunks([line]));
    await sealBatch(tx, position, position, { actor, legalBasis: null, cause, recordedAt: this.clock() });
  }
}
