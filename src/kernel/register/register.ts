import type { AccessRule, Field, RegisterDeclaration, ValidTime } from './declaration.ts';

/** A declaration with every default filled in and checked; what the rest of the system works with. */
export interface Register extends RegisterDeclaration {
  readonly geometryRequired: boolean;
  readonly validTime: ValidTime;
  readonly access: AccessRule;
  readonly provenance: boolean;
  /** All fields, those of provenance included. */
  readonly fields: readonly Field[];
  readonly origin: 'code' | 'run-time';
}

/** The registers that stand at this moment, from code and from the database. */
export interface Registry {
  all(): readonly Register[];
  get(id: string): Register | undefined;
  /** Like `get`, and throws the problem `register-not-found`. */
  require(id: string): Register;
  /** Number that entries of the register carry in the log. */
  numberOf(id: string): number;
  /** Declares a register at run time: stores the definition in the log and makes its table. */
  create(declaration: RegisterDeclaration, actor: string): Promise<Register>;
  /** Removes a run-time register and its table; its entries stay in the log. */
  drop(id: string, actor: string): Promise<void>;
}
