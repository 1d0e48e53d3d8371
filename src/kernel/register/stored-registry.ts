import type { Clock } from '../clock.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { checkAcross, registersAsked } from './condition-check.ts';
import type { RegisterDeclaration } from './declaration.ts';
import { incompatibilities, newFields } from './declaration-change.ts';
import { normaliseRegister } from './define-register.ts';
import { storeDefinitions, storedRegisters, withdrawDefinition } from './definition-log.ts';
import type { Register, Registry } from './register.ts';
import { addColumns, createIndexes, createTable, dropTable } from './table.ts';

/** The registers that stand: those declared in code and those made at run time, each with its table. */
export class StoredRegistry implements Registry {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly registers = new Map<string, { register: Register; number: number }>();

  private constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Loads the stored registers, and makes or extends the tables of those declared in code.
   * @throws {Problem} `conflict` where a declaration no longer fits the records that are stored.
   */
  static async open(
    database: Database,
    declared: readonly Register[],
    clock: Clock,
  ): Promise<StoredRegistry> {
    const registry = new StoredRegistry(database, clock);
    await registry.load();
    await registry.declare(declared);
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
    await this.database.transaction((tx) => this.createWithin(tx, [register], actor));
    await this.load();
    return this.require(register.id);
  }

  /**
   * As `create`, inside a transaction of the caller's, who calls `load` after the commit. Indexes may be left
   * for after a bulk load.
   */
  async createWithin(
    tx: Queryable,
    registers: readonly Register[],
    actor: string,
    withIndexes = true,
  ): Promise<void> {
    const taken = registers.find((register) => this.registers.has(register.id));
    if (taken) throw new Problem('register-exists', { register: taken.id });
    this.checkTogether(registers);
    const ids = registers.map((register) => register.id).join(', ');
    await storeDefinitions(tx, registers, { actor, cause: `declared: ${ids}`, now: this.clock() });
    for (const register of registers) {
      await createTable(tx, register);
      if (withIndexes) await createIndexes(tx, register);
    }
  }

  /** Reads the stored registers anew, after a commit that made or changed one. */
  async load(): Promise<void> {
    const stored = await storedRegisters(this.database);
    this.registers.clear();
    for (const { number, id, origin, definition } of stored)
      this.registers.set(id, { number, register: normaliseRegister(definition, origin, true) });
  }

  async drop(id: string, actor: string): Promise<void> {
    if (this.require(id).origin === 'code') throw new Problem('conflict', { what: id });
    const asking = this.all().filter((other) => other.id !== id && registersAsked(other).includes(id));
    if (asking.length > 0)
      throw new Problem('conflict', { what: asking.map((other) => other.id).join(', ') });
    await this.database.transaction(async (tx) => {
      await withdrawDefinition(tx, id, { actor, cause: `dropped: ${id}`, now: this.clock() });
      await dropTable(tx, id);
    });
    this.registers.delete(id);
  }

  private async declare(declared: readonly Register[]): Promise<void> {
    const isStored = (register: Register) => this.registers.has(register.id);
    const added = declared.filter((register) => !isStored(register));
    const changed = declared.filter((register) => isStored(register) && this.differs(register));
    const refusals = changed.flatMap((register) => incompatibilities(this.require(register.id), register));
    if (refusals.length > 0)
      throw new Problem('conflict', { what: changed.map((register) => register.id).join(', ') }, refusals);
    if (added.length + changed.length === 0) return;
    this.checkTogether([...added, ...changed]);
    await this.database.transaction(async (tx) => {
      if (added.length > 0) await this.createWithin(tx, added, 'system');
      for (const register of changed) {
        await addColumns(tx, register, newFields(this.require(register.id), register));
        await createIndexes(tx, register);
      }
      const cause = `declared anew: ${changed.map((register) => register.id).join(', ')}`;
      if (changed.length > 0)
        await storeDefinitions(tx, changed, { actor: 'system', cause, now: this.clock() });
    });
    await this.load();
  }

  /** Rules may ask other registers: those that stand, and those that come with them. */
  private checkTogether(wanted: readonly Register[]): void {
    const coming = new Map(wanted.map((register) => [register.id, register]));
    for (const register of wanted) checkAcross(register, (id) => coming.get(id) ?? this.get(id));
  }

  private differs(register: Register): boolean {
    const stored = this.require(register.id);
    return canonicalJson(stored) !== canonicalJson({ ...register, origin: stored.origin });
  }
}
